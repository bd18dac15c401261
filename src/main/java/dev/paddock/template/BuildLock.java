package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that this process builds or removes templates. The system takes the lock back when the
 * process ends, however it ends, so whoever holds it knows that all other builds are dead.
 */
final class BuildLock implements AutoCloseable {
  private final FileChannel channel;

  private BuildLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock in a folder, or nothing where somebody has it. */
  static Optional<BuildLock> tryIn(Path folder) throws IOException {
    AtomicFile.privateFolder(folder);
    var channel =
        FileChannel.open(
            folder.resolve("template.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new BuildLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Another build in this very process.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
