package dev.paddock.ui.session;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Layout;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a session ended, and what may come next. */
final class ResultBar extends HBox {
  private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
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
            Buttons.plain("session-again", "Start again", Feather.ROTATE_CW, model::startAgain),
            Buttons.plain("session-close", "Close", model::close));
  }

  void show(SessionViewModel model) {
    icon.setIconCode(model.endedWell() ? Feather.CHECK_CIRCLE : Feather.INFO);
    icon.getStyleClass().removeAll("good");
    if (model.endedWell()) {
      icon.getStyleClass().add("good");
    }
    text.setText(model.result());
  }
}
