package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.ClaudeCode;
import dev.paddock.base.ExitCode;
import dev.paddock.ui.FakeConsole;
import dev.paddock.ui.FakeSession;
import dev.paddock.ui.FakeSessions;
import dev.paddock.ui.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AgentLauncherTest {
  private final FakeSessions sessions = new FakeSessions(Samples.NOW);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theAgentsOwnCodeWins() throws Exception {
    assertThat(run(session -> session.ended(42), "-p", "hello")).isEqualTo(42);
    assertThat(run(session -> session.ended(0))).isZero();
    assertThat(sessions.requests.getFirst().arguments()).containsExactly("-p", "hello");
  }

  @Test
  void aFailureHasItsCodeAndItsThreeLines() throws Exception {
    assertThat(run(session -> session.failed(3, Samples.NO_BOOT)))
        .isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(errors()).contains(Samples.NO_BOOT.what(), Samples.NO_BOOT.fix());
  }

  @Test
  void aSessionThatWasStoppedCountsAsCancelled() throws Exception {
    assertThat(run(FakeSession::stop)).isEqualTo(ExitCode.CANCELLED.number());
  }

  @Test
  void whatCannotBePlannedIsExplainedAndStartsNothing() throws Exception {
    sessions.refusal = Optional.of(Samples.explained(Samples.NO_BOOT));
    assertThat(run(session -> {})).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(sessions.own().get()).isEmpty();
  }

  @Test
  void aWrongFlagStartsNothing() throws Exception {
    assertThat(run(session -> {}, "--memory", "lots")).isEqualTo(ExitCode.USAGE.number());
    assertThat(errors()).contains("'lots' is not a size");
    assertThat(sessions.requests).isEmpty();
  }

  @Test
  void aDryRunPrintsThePlanAndStartsNothing() throws Exception {
    assertThat(run(session -> {}, "--dry-run")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("api.anthropic.com");
    assertThat(sessions.own().get()).isEmpty();
  }

  @Test
  void whatWentWrongInTheNetworkIsToldOnceAtTheEnd() throws Exception {
    int code =
        run(session -> {
          session.refused("evil.example", "No.");
          session.refused("evil.example", "No.");
          session.ended(3);
        });
    assertThat(code).isEqualTo(3);
    assertThat(errors()).containsOnlyOnce("Network: evil.example: No.");
  }

  private int run(Consumer<FakeSession> life, String... words) throws Exception {
    try (var _ =
        sessions
            .own()
            .subscribe(all -> {
              if (!all.isEmpty()) {
                life.accept(sessions.last());
              }
            })) {
      return launcher().run(new ClaudeCode(), List.of(words));
    } finally {
      sessions.own().get().forEach(sessions::forget);
    }
  }

  private AgentLauncher launcher() {
    var console = new Console(print(out), print(err), false);
    return new AgentLauncher(sessions, new FakeConsole(), console);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
