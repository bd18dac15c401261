package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of all processes of the user through. The system takes the lock back when its holder
 * ends, however it ends; a holder that hangs is not waited for longer than the waiter's patience.
 */
final class RefreshLock {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path file;

  /** Stays open: on UNIX, closing one channel frees the locks of all others on the same file. */
  private @Nullable FileChannel channel;

  RefreshLock(Path file) {
    this.file = file;
  }

  /**
   * Waits for the lock, as long as it is needed; for one thread at a time.
   *
   * <p>Whoever gets it first does the work for all who wait, so there is no order among them.
   *
   * @return empty where it is no longer needed, or where patience is over
   */
  Optional<FileLock> acquire(Duration patience, BooleanSupplier needed)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      var lock = tryLock();
      if (lock != null) {
        return Optional.of(lock);
      }
      Thread.sleep(PAUSE);
    } while (needed.getAsBoolean() && System.nanoTime() - end < 0);
    return Optional.empty();
  }

  private @Nullable FileLock tryLock() throws IOException {
    try {
      return open().tryLock();
    } catch (OverlappingFileLockException e) {
      // Another login object of this very process.
      return null;
    }
  }

  private FileChannel open() throws IOException {
    var open = channel;
    if (open == null) {
      AtomicFile.privateFolder(Objects.requireNonNull(file.getParent()));
      open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = open;
    }
    return open;
  }
}
