package dev.paddock.ui.session;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Symbol;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** How a session ended, and what may come next. */
final class ResultBar extends HBox {
  private final Icon icon = new Icon(Symbol.CHECK_CIRCLE);
  private final Label text = new Label();

  ResultBar(SessionViewModel model) {
    super(10);
    getStyleClass().add("result-bar");
    text.setId("session-result");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            icon,
            Layout.growing(text),
            Layout.spacer(),
            Buttons.plain("session-again", "Start again", Symbol.ROTATE_CW, model::startAgain),
            Buttons.plain("session-close", "Close", model::close));
  }

  void show(SessionViewModel model) {
    icon.show(model.endedWell() ? Symbol.CHECK_CIRCLE : Symbol.INFO);
    icon.getStyleClass().removeAll("good");
    if (model.endedWell()) {
      icon.getStyleClass().add("good");
    }
    text.setText(model.result());
  }
}
