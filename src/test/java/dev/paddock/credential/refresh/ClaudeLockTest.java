package dev.paddock.credential.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeLockTest {
  @TempDir Path home;
  private Path own;
  private Path beside;
  private ClaudeLock lock;

  @BeforeEach
  void prepare() throws IOException {
    var claude = Files.createDirectory(home.resolve(".claude"));
    own = claude.resolve(".oauth_refresh.lock");
    beside = home.resolve(".claude.lock");
    lock = new ClaudeLock(claude, Duration.ZERO, Clock.systemUTC());
  }

  @Test
  void makesBothFoldersAndRemovesThem() throws Exception {
    try (var held = lock.acquire()) {
      assertThat(held).isNotNull();
      assertThat(own).isDirectory();
      assertThat(beside).isDirectory();
      assertThatThrownBy(lock::acquire).hasMessageContaining("Claude Code itself");
      assertThat(own).as("not the loser's to remove").isDirectory();
    }
    assertThat(own).doesNotExist();
    assertThat(beside).doesNotExist();
  }

  @Test
  void waitsForEitherFolderAndLeavesNothingWhenItGivesUp() throws IOException {
    Files.createDirectory(beside);
    assertThatThrownBy(lock::acquire).isInstanceOf(IOException.class);
    assertThat(own).doesNotExist();
    assertThat(beside).isDirectory();
  }

  @Test
  void takesALockOverThatNobodyTouchesAnyMoreOrThatIsFromTheFuture() throws Exception {
    for (var offset : new long[] {-61, 4 * 3600}) {
      Files.createDirectory(own);
      Files.setLastModifiedTime(own, FileTime.from(Instant.now().plusSeconds(offset)));
      try (var held = lock.acquire()) {
        assertThat(held).isNotNull();
      }
      try (var left = Files.list(own.getParent())) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void takesBackWhatAKilledProcessMadeAndNothingElse() throws IOException {
    var held = Instant.now();
    Files.createDirectory(own);
    Files.setLastModifiedTime(own, FileTime.from(held.minusMillis(5)));
    Files.createDirectory(beside);
    Files.setLastModifiedTime(beside, FileTime.from(held.plusMillis(5)));
    lock.takeBack(held);
    assertThat(own).doesNotExist();
    assertThat(beside).isDirectory();
  }

  @Test
  void getsItWhenItsHolderIsDone() throws Exception {
    var patient = new ClaudeLock(home.resolve(".claude"), Duration.ofMinutes(1), Clock.systemUTC());
    Files.createDirectory(own);
    var waiter =
        Thread.ofVirtual()
            .start(() -> {
              try (var _ = patient.acquire()) {
                Files.createFile(home.resolve("got it"));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Files.delete(own);
    waiter.join();
    assertThat(home.resolve("got it")).exists();
  }
}
