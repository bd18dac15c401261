package dev.paddock.ui.kit;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** One of a few choices, with a sentence about it. A choice stays made when pressed again. */
public final class ChoiceCard extends ToggleButton {

  /**
   * A card of this group.
   *
   * @param text one or two lines, broken by hand: a button does not know how high wrapped text is
   */
  public ChoiceCard(String id, String title, String text, ToggleGroup group) {
    setId(id);
    setAccessibleText(title + ": " + text.replace('\n', ' '));
    setToggleGroup(group);
    getStyleClass().setAll("choice-card");
    var words = Labels.small(text);
    words.setWrapText(false);
    setGraphic(Layout.column(4, Labels.strong(title), words));
    setMaxWidth(Double.MAX_VALUE);
  }

  @Override
  public void fire() {
    if (!isSelected()) {
      super.fire();
    }
  }
}
