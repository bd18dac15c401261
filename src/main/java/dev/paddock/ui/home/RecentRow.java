package dev.paddock.ui.home;

import atlantafx.base.theme.Styles;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.TimeText;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;

/** A recent project, and how it is opened again. */
final class RecentRow extends HBox {

  RecentRow(RecentProject project, int index, HomeViewModel model, Instant now) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("list-row");
    var icon = new Icon(Symbol.FOLDER);
    icon.getStyleClass().add("muted-icon");
    var name = Labels.strong(PathText.name(project.path()));
    var where = new Label(PathText.full(project.path()));
    where.getStyleClass().addAll(Styles.TEXT_MUTED, "small-text");
    var texts = Layout.growing(Layout.column(2, name, where));
    // The path gives way first when the window is narrow.
    texts.setMinWidth(60);
    var when = new Label(TimeText.ago(project.used(), now));
    when.getStyleClass().addAll(Styles.TEXT_MUTED, "small-text");
    when.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(icon, texts, when);
    getChildren().add(start(project, index, model));
    var forget =
        Buttons.icon(
            "recent-" + index + "-forget",
            "Remove from this list",
            Symbol.X,
            () -> model.forget(project));
    forget.getStyleClass().add("compact");
    getChildren().add(forget);
  }

  /** A button for the agent that it had last, with a menu of the others. */
  private static SplitMenuButton start(RecentProject project, int index, HomeViewModel model) {
    var usual = model.usualAgent(project);
    var start = new SplitMenuButton();
    start.setText(usual.title());
    start.setId("recent-" + index + "-start");
    start.setAccessibleText(usual.title() + " in " + PathText.name(project.path()));
    start.setMinWidth(USE_PREF_SIZE);
    start.getStyleClass().add("compact");
    start.setOnAction(event -> model.open(project, usual));
    for (var agent : model.agents()) {
      var item = new MenuItem(agent.title());
      item.setId("recent-" + index + "-" + agent.id());
      item.setOnAction(event -> model.open(project, agent));
      start.getItems().add(item);
    }
    return start;
  }
}
