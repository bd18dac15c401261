package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Symbol;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The pages of the wizard as a line of stops: those behind, the one here, those ahead. */
final class WizardTrail extends HBox {
  private final List<Stop> stops = new ArrayList<>();

  private record Stop(WizardPage page, HBox node, StackPane mark) {}

  WizardTrail() {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    for (var page : WizardPage.values()) {
      var mark = new StackPane();
      mark.getStyleClass().add("wizard-mark");
      var title = new Label(page.title());
      title.setMinWidth(USE_PREF_SIZE);
      var stop = new Stop(page, Layout.row(8, mark, title), mark);
      if (!stops.isEmpty()) {
        var line = Layout.growing(new Region());
        line.getStyleClass().add("wizard-line");
        getChildren().add(line);
      }
      stops.add(stop);
      getChildren().add(stop.node());
    }
  }

  void show(WizardPage here) {
    setAccessibleText("Step " + here.title());
    var number = 0;
    for (var stop : stops) {
      number++;
      var order = stop.page().compareTo(here);
      var style = order < 0 ? "behind" : order == 0 ? "here" : "ahead";
      stop.node().getStyleClass().setAll("wizard-stop", style);
      stop.mark()
          .getChildren()
          .setAll(order < 0 ? new Icon(Symbol.CHECK, 14) : new Label(Integer.toString(number)));
    }
  }
}
