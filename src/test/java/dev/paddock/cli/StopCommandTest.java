package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.SessionId;
import dev.paddock.session.SessionState;
import dev.paddock.ui.FakeSessions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StopCommandTest {
  private static final SessionId ONE = new SessionId("claude-000001");
  private static final SessionId TWO = new SessionId("claude-000002");
  private static final SessionId THREE = new SessionId("shell-000003");

  private final FakeSessions sessions = new FakeSessions(Instant.now());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void oneThatDoesNotAnswerKeepsNoOtherRunning() {
    running(ONE, TWO, THREE);
    sessions.silent.add(ONE);
    assertThatThrownBy(() -> stop("--all")).isInstanceOf(ExplainedException.class);
    assertThat(sessions.stopped).containsExactly(TWO, THREE);
  }

  @Test
  void theOnlyOneNeedsNoName() throws Exception {
    running(TWO);
    stop();
    assertThat(sessions.stopped).containsExactly(TWO);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Stopping claude-000002");
  }

  @Test
  void amongSeveralOneMustBeNamed() throws Exception {
    running(ONE, TWO);
    assertThatThrownBy(this::stop).isInstanceOf(UsageException.class);
    stop(TWO.name());
    assertThat(sessions.stopped).containsExactly(TWO);
  }

  @Test
  void anUnknownNameHasTheCodeOfWhatIsNotThere() {
    running(ONE);
    var refused = catchThrowableOfType(ExplainedException.class, () -> stop("claude-ffffff"));
    assertThat(refused.explain().code()).isEqualTo(ExitCode.NO_INPUT);
    assertThat(sessions.stopped).isEmpty();
  }

  private void running(SessionId... ids) {
    sessions.leases =
        Stream.of(ids)
            .map(id ->
                new LeaseSummary(
                    id, "claude", Path.of("/p"), SessionState.RUNNING, Instant.now(), 1))
            .toList();
  }

  private void stop(String... words) throws Exception {
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var command = new StopCommand(() -> sessions, new Console(print, print, false));
    new CommandLine(command).parseArgs(words);
    assertThat(command.call()).isZero();
  }
}
