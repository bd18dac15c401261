package dev.paddock.ui.window;

import dev.paddock.ui.kit.Layout;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line of the sidebar: a mark, a name, and a short note at the right end. */
final class NavButton extends Button {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final String name;
  private final Label note = new Label();

  NavButton(String id, String name, Node mark, Runnable action) {
    this.name = name;
    setId(id);
    setOnAction(_ -> action.run());
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("nav-button");
    note.getStyleClass().add("nav-note");
    note.setMinWidth(USE_PREF_SIZE);
    var label = new Label(name);
    label.getStyleClass().add("nav-name");
    HBox content = Layout.row(10, mark, label, Layout.spacer(), note);
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    content.prefWidthProperty().bind(widthProperty().subtract(22));
    note("");
  }

  /** Whether the window is there. */
  void mark(boolean current) {
    pseudoClassStateChanged(CURRENT, current);
  }

  void note(String text) {
    note.setText(text);
    setAccessibleText(text.isEmpty() ? name : name + ", " + text);
  }
}
