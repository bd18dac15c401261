package dev.paddock.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The kinds of text that the window has. */
public final class Labels {
  private Labels() {}

  /** The headline of a screen. */
  public static Label headline(String text) {
    return styled(text, "headline");
  }

  /** The headline of a card or a section. */
  public static Label heading(String text) {
    return styled(text, "heading");
  }

  /** A small name over a group of things. */
  public static Label caption(String text) {
    return styled(text, "caption");
  }

  /** Text that matters. */
  public static Label strong(String text) {
    return styled(text, "strong");
  }

  /** Text as it is. */
  public static Label plain(String text) {
    return wrapping(new Label(text));
  }

  /** Text beside the point. */
  public static Label muted(String text) {
    return wrapping(styled(text, Styles.TEXT_MUTED));
  }

  /** Small text beside the point. */
  public static Label small(String text) {
    return wrapping(styled(text, Styles.TEXT_MUTED, "small-text"));
  }

  /** Paths, commands and other text of machines. */
  public static Label mono(String text) {
    return wrapping(styled(text, "mono"));
  }

  private static Label styled(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  private static Label wrapping(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
