package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Layout;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages of the wizard as a line of stops: those behind, the one here, those ahead. */
final class WizardTrail extends HBox {
  private final Map<WizardPage, HBox> stops = new EnumMap<>(WizardPage.class);
  private final Map<WizardPage, StackPane> marks = new EnumMap<>(WizardPage.class);

  WizardTrail() {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("wizard-trail");
    for (var page : WizardPage.values()) {
      var mark = new StackPane();
      mark.getStyleClass().add("wizard-mark");
      var title = new Label(page.title());
      title.setMinWidth(USE_PREF_SIZE);
      var stop = Layout.row(8, mark, title);
      marks.put(page, mark);
      stops.put(page, stop);
      if (!getChildren().isEmpty()) {
        var line = Layout.growing(new Region());
        line.getStyleClass().add("wizard-line");
        getChildren().add(line);
      }
      getChildren().add(stop);
    }
  }

  void show(WizardPage here) {
    setAccessibleText("Step " + here.title());
    var number = 0;
    for (var page : WizardPage.values()) {
      number++;
      var order = page.compareTo(here);
      var style = order < 0 ? "behind" : order == 0 ? "here" : "ahead";
      stops.get(page).getStyleClass().setAll("wizard-stop", style);
      marks
          .get(page)
          .getChildren()
          .setAll(
              order < 0 ? new FontIcon(Feather.CHECK) : new Label(Integer.toString(number)));
    }
  }
}
