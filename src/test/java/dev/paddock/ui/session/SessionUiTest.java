package dev.paddock.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.session.SessionState;
import dev.paddock.session.StepName;
import dev.paddock.ui.Fx;
import dev.paddock.ui.Samples;
import dev.paddock.ui.UiTest;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SessionUiTest extends UiTest {

  @Test
  void showsTheStepsAndThenTheTerminal() throws Exception {
    var session = start();
    session.starting(StepName.BOOT, "Waiting for the system to answer");
    demo.await("steps-boot");
    Fx.until("the status line", () -> demo.shows("session-status"));
    demo.shoot("starting");
    session.running(Duration.ofMinutes(12));
    demo.await("terminal");
    demo.awaitFocus("terminal");
    assertThat(demo.text("session-state")).isEqualTo("Running 12 min");
    demo.shoot("running");
    demo.press("session-stop");
    Fx.until("it ends", () -> session.status().get().state() == SessionState.ENDED);
  }

  @Test
  void listsRefusedRequestsBesideTheTerminal() throws Exception {
    var session = start();
    session.running(Duration.ofMinutes(3));
    assertThat(Fx.get(() -> demo.node("session-network").isDisabled())).isTrue();
    session.refused("telemetry.example.com", "Blocked by Paddock's list.");
    session.refused("192.168.1.10", "A private address is never reached.");
    demo.press("session-network");
    demo.await("network-panel");
    demo.shoot("refused-requests");
    demo.press("session-network");
    Fx.until("the panel goes", () -> !demo.shows("network-panel"));
  }

  @Test
  void tellsTheExitCodeAndStartsTheSameAgain() throws Exception {
    var session = start();
    session.running(Duration.ofMinutes(1));
    session.ended(3);
    demo.await("session-result");
    assertThat(demo.text("session-result")).contains("exit code 3");
    demo.shoot("ended");
    demo.press("session-again");
    demo.await("plan");
    assertThat(demo.sessions.own().get()).hasSize(1);
    demo.press("launch-start");
    Fx.until("the new one is alone", () -> demo.sessions.own().get().size() == 1);
    Fx.until("it is another", () -> !demo.sessions.last().equals(session));
  }

  @Test
  void cancellingTheSecondStartKeepsTheEndedSession() {
    var session = start();
    session.running(Duration.ofMinutes(1));
    session.ended(0);
    demo.press("session-again");
    demo.await("plan");
    demo.press("launch-cancel");
    demo.await("session-result");
    assertThat(demo.sessions.own().get()).containsExactly(session);
  }

  @Test
  void closingAnEndedSessionForgetsIt() {
    var session = start();
    session.ended(0);
    demo.press("session-close");
    demo.await("home");
    assertThat(demo.sessions.own().get()).doesNotContain(session);
  }

  @Test
  void explainsAFailureWithTheStepsThatWereDone() throws Exception {
    var session = start();
    session.failed(3, Samples.NO_BOOT);
    demo.await("error-panel");
    demo.press("error-details");
    demo.await("error-detail");
    demo.shoot("failed");
    demo.press("error-copy");
    Fx.until("copied", () -> !demo.desktop.copied.isEmpty());
    assertThat(demo.desktop.copied.getFirst())
        .contains(Samples.NO_BOOT.what(), Samples.NO_BOOT.fix(), "qemu: could not load kernel");
    demo.press("session-log");
    Fx.until("opened", () -> demo.desktop.opened.contains(folder));
  }

  @Test
  void keepsTheTerminalWhenTheAgentWasAtWork() throws Exception {
    var session = start();
    session.running(Duration.ofHours(2));
    demo.await("terminal");
    session.failed(99, Samples.LOST);
    demo.await("error-panel");
    assertThat(Fx.get(() -> demo.shows("terminal"))).isTrue();
    demo.shoot("lost");
  }

  @Test
  void asksBeforeAScriptRunsAndSaysNoByDefault() throws Exception {
    start().starting(StepName.PREPARE, "");
    var answer = ask();
    demo.shoot("script");
    demo.awaitFocus("script-refuse");
    demo.type(KeyCode.ESCAPE, false, false);
    assertThat(answer.get()).contains(false);
    Fx.until("the question goes", () -> !demo.shows("script-question"));
    var second = ask();
    demo.press("script-allow");
    assertThat(second.get()).contains(true);
  }

  @Test
  void withdrawsTheQuestionOfAStoppedSession() throws Exception {
    start().starting(StepName.PREPARE, "");
    var answer = ask();
    answer.thread.interrupt();
    Fx.until("the question goes", () -> !demo.shows("script-question"));
    assertThat(answer.get()).isEmpty();
  }
}
