package dev.paddock.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The kinds of buttons that the window has; each has an id and a text for screen readers. */
public final class Buttons {
  private Buttons() {}

  /** What a screen is for; at most one on a screen, pressed by Enter where it is the default. */
  public static Button primary(String id, String text, Runnable action) {
    var button = plain(id, text, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** Everything else. */
  public static Button plain(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.setAccessibleText(text);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  /** With an icon before its text. */
  public static Button plain(String id, String text, Symbol icon, Runnable action) {
    var button = plain(id, text, action);
    button.setGraphic(new Icon(icon, 16));
    return button;
  }

  /** Without a frame: a way out, something rare. */
  public static Button quiet(String id, String text, Runnable action) {
    var button = plain(id, text, action);
    button.getStyleClass().add(Styles.FLAT);
    return button;
  }

  /** Ends or deletes something. */
  public static Button danger(String id, String text, Runnable action) {
    var button = plain(id, text, action);
    button.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
    return button;
  }

  /** An icon only; the text is its tooltip. */
  public static Button icon(String id, String text, Symbol icon, Runnable action) {
    var button = plain(id, text, action);
    button.setText("");
    button.setGraphic(new Icon(icon, 16));
    button.setTooltip(new Tooltip(text));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }
}
