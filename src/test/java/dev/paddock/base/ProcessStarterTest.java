package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStarterTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final HostCommands commands = new HostCommands();

  @Test
  void aChildThatEndsLeavesItsCodeAndLastWords() throws Exception {
    try (var child = commands.start(Command.of("sh", "-c", "echo a; echo b >&2; exit 7"))) {
      assertThat(child.await(LIMIT)).hasValue(7);
      assertThat(child.alive()).isFalse();
      assertThat(child.tail()).isEqualTo("a\nb\n");
    }
  }

  @Test
  void aChildRunsOnUntilItIsClosed() throws Exception {
    var child = commands.start(Command.of("sleep", "60"));
    assertThat(child.await(Duration.ofMillis(50))).isEmpty();
    assertThat(child.identity().alive()).isTrue();
    child.close();
    assertThat(child.await(LIMIT)).isPresent();
    child.close();
    assertThat(child.alive()).isFalse();
  }

  @Test
  void aChildThatRefusesToEndIsEndedByForce() throws Exception {
    var child = commands.start(Command.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"));
    child.close();
    assertThat(child.await(LIMIT)).isPresent();
  }

  @Test
  void anInterruptFromTheTerminalDoesNotReachIt(@TempDir Path folder) throws Exception {
    var ready = folder.resolve("ready");
    var script = "kill -INT $$; kill -HUP $$; touch \"$0\"; sleep 60";
    try (var child = commands.start(Command.of("sh", "-c", script, ready.toString()))) {
      var end = System.nanoTime() + LIMIT.toNanos();
      while (!Files.exists(ready) && child.alive() && System.nanoTime() < end) {
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(child.alive()).isTrue();
      assertThat(ready).exists();
    }
  }
}
