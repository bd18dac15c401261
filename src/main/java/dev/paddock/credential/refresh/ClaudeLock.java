package dev.paddock.credential.refresh;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The two folders that Claude Code makes while it renews its login: {@code .oauth_refresh.lock} in
 * its own folder, and one beside it, which older versions know. Whoever made them has the lock.
 *
 * <p>It takes a lock that nobody has touched for a minute for a dead process's, and touches its own
 * every few seconds. A renewal of ours is over well before that minute, so ours are not touched.
 */
public final class ClaudeLock implements ProviderLock {
  private static final Duration STALE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<Path> folders;
  private final Duration patience;
  private final Clock clock;

  /**
   * The locks of the Claude Code that keeps its files in this folder.
   *
   * @param patience how long to wait for a Claude Code that renews right now
   */
  public ClaudeLock(Path claudeFolder, Duration patience, Clock clock) {
    var name = claudeFolder.getFileName();
    folders =
        List.of(
            claudeFolder.resolve(".oauth_refresh.lock"),
            claudeFolder.resolveSibling(name + ".lock"));
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Held acquire() throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    var mine = new ArrayDeque<Path>();
    try {
      for (var folder : folders) {
        while (!make(folder)) {
          if (System.nanoTime() - end > 0) {
            throw new RefreshException("Claude Code itself is renewing the login");
          }
          Thread.sleep(PAUSE);
        }
        mine.push(folder);
      }
      return () -> remove(mine);
    } catch (IOException | InterruptedException e) {
      remove(mine);
      throw e;
    }
  }

  /** A folder made before is the killed process's; a live Claude Code has touched its own since. */
  @Override
  public void takeBack(Instant held) throws IOException {
    for (var folder : folders) {
      if (Files.exists(folder) && !Files.getLastModifiedTime(folder).toInstant().isAfter(held)) {
        Files.deleteIfExists(folder);
      }
    }
  }

  private boolean make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return stale(folder) && steal(folder);
    }
  }

  /** Also one from the future: a clock was set back, and it would hold for as long. */
  private boolean stale(Path folder) throws IOException {
    try {
      var age = Duration.between(Files.getLastModifiedTime(folder).toInstant(), clock.instant());
      return age.abs().compareTo(STALE) > 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** By a rename, which only one of several thieves can do. */
  private static boolean steal(Path folder) throws IOException {
    var stolen = folder.resolveSibling(folder.getFileName() + "." + System.nanoTime());
    try {
      Files.move(folder, stolen);
    } catch (NoSuchFileException e) {
      return false;
    }
    Files.delete(stolen);
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void remove(Deque<Path> mine) throws IOException {
    while (!mine.isEmpty()) {
      Files.deleteIfExists(mine.pop());
    }
  }
}
