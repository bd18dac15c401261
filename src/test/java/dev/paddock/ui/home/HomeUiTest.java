package dev.paddock.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.ui.Drops;
import dev.paddock.ui.Fx;
import dev.paddock.ui.UiTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import org.junit.jupiter.api.Test;

class HomeUiTest extends UiTest {

  @Test
  void offersEachRecentProjectWithItsLastAgentAndTheOthers() throws Exception {
    for (var name : List.of("website", "billing-api")) {
      demo.recent.add(Files.createDirectory(folder.resolve(name)), "codex");
    }
    demo.recent.add(project, "gone");
    demo.await("recent-2-start");
    demo.shoot("home");
    assertThat(Fx.get(() -> start(0).getText())).isEqualTo("Claude Code");
    assertThat(Fx.get(() -> start(2).getText())).isEqualTo("Codex");
    Fx.run(() -> item(start(2), "recent-2-shell").fire());
    demo.await("plan");
    var request = demo.sessions.requests.getFirst();
    assertThat(request.folder()).isEqualTo(folder.resolve("website"));
    assertThat(request.agent().id()).isEqualTo("shell");
  }

  @Test
  void opensAProjectWithTheAgentThatItHadLast() {
    demo.recent.add(project, "copilot");
    demo.press("recent-0-start");
    demo.await("plan");
    assertThat(demo.sessions.requests.getFirst().agent().id()).isEqualTo("copilot");
  }

  private SplitMenuButton start(int index) {
    return (SplitMenuButton) demo.node("recent-" + index + "-start");
  }

  private static MenuItem item(SplitMenuButton button, String id) {
    return button.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
  }

  @Test
  void forgetsAProjectButNotItsFolder() {
    demo.recent.add(project, "gone");
    demo.press("recent-0-forget");
    Fx.until("the row goes", () -> !demo.shows("recent-0-forget"));
    assertThat(project).isDirectory();
  }

  @Test
  void takesFoldersAndNoFiles() throws Exception {
    var file = Files.writeString(folder.resolve("notes.txt"), "x");
    var taken = Fx.get(() -> Drops.drop(demo.node("drop-zone"), List.of(file)));
    assertThat(taken).isFalse();
    Fx.run(() -> Drops.over(demo.node("drop-zone"), List.of(project)));
    demo.shoot("home-drag");
    taken = Fx.get(() -> Drops.drop(demo.node("drop-zone"), List.of(file, project)));
    assertThat(taken).isTrue();
    demo.await("launch");
    assertThat(demo.sessions.requests.getFirst().folder()).isEqualTo(project);
  }

  @Test
  void leadsToTheWizardWhereThereIsNoTemplate() throws Exception {
    demo.template = Optional.empty();
    demo.press("nav-template");
    demo.press("nav-home");
    demo.await("template-card");
    Fx.until(
        "the card asks for a set-up",
        () -> demo.node("template-card").getStyleClass().contains("callout"));
    demo.shoot("home-first");
    demo.press("template-setup");
    demo.await("wizard");
  }

  @Test
  void opensTheSheetForAChosenFolder() {
    demo.desktop.choice = Optional.of(project);
    demo.press("home-choose");
    demo.await("launch");
    assertThat(demo.sessions.requests).extracting(r -> r.folder()).contains(project);
  }

  @Test
  void focusBeginsWhereAFolderIsChosen() {
    demo.awaitFocus("home-choose");
  }
}
