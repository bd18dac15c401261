package dev.paddock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.ByteSize;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.ui.Drops;
import dev.paddock.ui.Fx;
import dev.paddock.ui.Samples;
import dev.paddock.ui.UiTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class LaunchUiTest extends UiTest {

  @Test
  void enterStartsWhatWasTyped() throws Exception {
    openLaunch();
    var library = Files.createDirectory(folder.resolve("shared library"));
    var dropped = Fx.get(() -> Drops.drop(demo.node("launch"), List.of(library)));
    assertThat(dropped).isTrue();
    Fx.run(() -> {
      ((TextField) demo.scene.getFocusOwner()).setText("-p \"fix all lint errors\"");
      ((TextField) demo.node("launch-memory")).setText("8G");
    });
    Fx.until("the plan is made", () -> demo.sessions.requests.getLast().memory().isPresent());
    demo.await("launch-mount-remove-0");
    Fx.until("planning ends", () -> !demo.scene.lookup("#launch-progress").isVisible());
    demo.shoot("launch");
    demo.type(KeyCode.ENTER, false, false);
    demo.await("session");
    var plan = demo.sessions.last().plan();
    assertThat(plan.command().argv()).endsWith("-p", "fix all lint errors");
    assertThat(plan.memory()).isEqualTo(ByteSize.ofGiB(8));
    assertThat(plan.mounts()).extracting(m -> m.path()).containsExactly(project, library);
  }

  @Test
  void theNetworkIsChosenAndItsHostsAreTyped() throws Exception {
    openLaunch();
    assertThat(Fx.get(() -> demo.shows("launch-hosts"))).isFalse();
    Fx.run(() -> ((ToggleButton) demo.node("launch-network-listed")).fire());
    demo.await("launch-hosts");
    Fx.run(() -> ((TextField) demo.node("launch-hosts")).setText("registry.corp.example"));
    Fx.until(
        "the plan has the host",
        () -> demo.sessions.requests.getLast().network().hosts().size() == 1);
    Fx.until("planning ends", () -> !demo.scene.lookup("#launch-progress").isVisible());
    demo.shoot("launch-listed");
    demo.type(KeyCode.ENTER, false, false);
    demo.await("session");
    assertThat(demo.sessions.last().plan().network().policy().network())
        .isEqualTo(NetworkMode.LISTED);
  }

  @Test
  void escapeStartsNothing() {
    openLaunch();
    demo.type(KeyCode.ESCAPE, false, false);
    Fx.until("the sheet goes", () -> !demo.shows("launch"));
    assertThat(demo.sessions.own().get()).isEmpty();
  }

  @Test
  void explainsARefusalInPlaceAndLeadsToTheWizard() throws Exception {
    demo.sessions.refusal = Optional.of(Samples.explained(Samples.NO_TEMPLATE));
    demo.template = Optional.empty();
    demo.press("nav-home");
    Fx.run(() -> demo.window.open());
    Fx.run(() -> demo.window.openLaunch(List.of(project), Optional.empty()));
    demo.await("launch-wizard");
    demo.shoot("launch-refused");
    assertThat(Fx.get(() -> demo.node("launch-start").isDisabled())).isTrue();
    demo.press("launch-wizard");
    demo.await("wizard");
    assertThat(Fx.get(() -> demo.shows("launch"))).isFalse();
  }

  @Test
  void plansAgainWhenAnObstacleIsGone() {
    demo.sessions.refusal = Optional.of(Samples.explained(Samples.NO_BOOT));
    Fx.run(() -> demo.window.openLaunch(List.of(project), Optional.empty()));
    demo.await("error-panel");
    demo.sessions.refusal = Optional.empty();
    demo.press("launch-retry");
    demo.await("plan");
  }
}
