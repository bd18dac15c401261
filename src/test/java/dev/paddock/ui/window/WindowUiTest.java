package dev.paddock.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.session.SessionState;
import dev.paddock.session.StepName;
import dev.paddock.ui.Drops;
import dev.paddock.ui.Fx;
import dev.paddock.ui.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WindowUiTest extends UiTest {

  @Test
  void takesAFolderDroppedAnywhere() {
    start().running(Duration.ofMinutes(1));
    demo.await("terminal");
    var taken = Fx.get(() -> Drops.drop(demo.node("terminal"), List.of(project)));
    assertThat(taken).isTrue();
    demo.await("launch");
  }

  @Test
  void listsTheSessionsOfAProjectTogether() throws Exception {
    start().running(Duration.ofMinutes(12));
    start().starting(StepName.CLONE, "");
    Fx.until("both are listed", () -> sessionRows().size() == 2);
    demo.shoot("two-sessions");
    demo.press(sessionRows().getFirst());
    Fx.until("the first is shown", () -> demo.text("session-state").startsWith("Running"));
  }

  @Test
  void theWindowsKeysWorkWhereTheTerminalHasTheFocus() {
    start().running(Duration.ofMinutes(1));
    demo.awaitFocus("terminal");
    demo.type(KeyCode.H, true, true);
    demo.await("home");
    demo.awaitFocus("home-choose");
    demo.type(KeyCode.PAGE_DOWN, true, true);
    demo.await("session");
    demo.desktop.choice = Optional.of(project);
    demo.type(KeyCode.N, true, true);
    demo.await("launch");
    demo.type(KeyCode.H, true, true);
    assertThat(Fx.get(() -> demo.shows("session"))).isTrue();
  }

  @Test
  void theTerminalHasTheFocusHoweverSoonItComes() {
    openLaunch();
    Fx.until("can be started", () -> !demo.node("launch-start").isDisabled());
    Fx.run(() -> {
      ((ButtonBase) demo.node("launch-start")).fire();
      demo.sessions.last().running(Duration.ofMinutes(1));
    });
    demo.awaitFocus("terminal");
  }

  @Test
  void closesAtOnceWhereNothingRuns() {
    var closed = new AtomicBoolean();
    Fx.run(() -> demo.window.requestClose(() -> closed.set(true)));
    assertThat(closed).isTrue();
  }

  @Test
  void asksOnceBeforeRunningSessionsAreStopped() throws Exception {
    var session = start();
    session.running(Duration.ofMinutes(1));
    var closed = new AtomicBoolean();
    Fx.run(() -> demo.window.requestClose(() -> closed.set(true)));
    demo.await("close-question");
    demo.shoot("close");
    demo.awaitFocus("close-stay");
    demo.press("close-stay");
    Fx.until("the question goes", () -> !demo.shows("close-question"));
    assertThat(closed).isFalse();
    assertThat(session.status().get().state()).isEqualTo(SessionState.RUNNING);

    Fx.run(() -> demo.window.requestClose(() -> closed.set(true)));
    demo.press("close-stop");
    Fx.until("the window closes", closed::get);
    assertThat(session.status().get().state()).isEqualTo(SessionState.ENDED);
  }

  @Test
  void aQuestionAboveTheLaunchSheetDoesNotLoseWhatWasTyped() throws Exception {
    start().starting(StepName.PREPARE, "");
    openLaunch();
    var answer = ask();
    assertThat(Fx.get(() -> demo.shows("launch"))).isFalse();
    demo.press("script-refuse");
    assertThat(answer.get()).contains(false);
    demo.await("launch");
  }

  @Test
  void explainsWhatNobodyCaught() throws Exception {
    demo.errors.uncaughtException(Thread.currentThread(), new IllegalStateException("a bug"));
    demo.await("error-sheet");
    demo.shoot("uncaught");
    demo.press("error-copy");
    Fx.until("copied", () -> !demo.desktop.copied.isEmpty());
    assertThat(demo.desktop.copied.getFirst()).contains("a bug");
    demo.press("error-dismiss");
    Fx.until("the sheet goes", () -> !demo.shows("error-sheet"));
  }

  @Test
  void whateverTakesTheFocusHasAnIdAndATextForScreenReaders() {
    demo.recent.add(project, "claude");
    demo.await("recent-0-start");
    assertThat(Fx.get(() -> nameless(demo.scene.getRoot()))).isEmpty();
    start().running(Duration.ofMinutes(1));
    assertThat(Fx.get(() -> nameless(demo.scene.getRoot()))).isEmpty();
    openLaunch();
    assertThat(Fx.get(() -> nameless(demo.scene.getRoot()))).isEmpty();
    demo.press("launch-cancel");
    demo.press("nav-template");
    demo.press("wizard-next");
    demo.await("wizard-disk");
    assertThat(Fx.get(() -> nameless(demo.scene.getRoot()))).isEmpty();
  }

  private List<String> sessionRows() {
    return Fx.get(() ->
        demo.scene.getRoot().lookupAll(".nav-button").stream()
            .map(Node::getId)
            .filter(id -> id.startsWith("session-"))
            .toList());
  }

  private static List<Node> nameless(Node node) {
    if (!node.isVisible()) {
      return List.of();
    }
    var below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> nameless(child).stream())
                .toList()
            : List.<Node>of();
    var named = node.getId() != null && node.getAccessibleText() != null;
    return node.isFocusTraversable() && !named
        ? java.util.stream.Stream.concat(java.util.stream.Stream.of(node), below.stream()).toList()
        : below;
  }
}
