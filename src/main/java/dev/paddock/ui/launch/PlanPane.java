package dev.paddock.ui.launch;

import atlantafx.base.theme.Styles;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Symbol;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The parts of a plan, one under the other. */
final class PlanPane extends VBox {

  PlanPane(Iterable<PlanSection> sections) {
    super(18);
    setId("plan");
    sections.forEach(section -> getChildren().add(part(section)));
  }

  private static HBox part(PlanSection section) {
    var icon = new Icon(icon(section.kind()));
    icon.getStyleClass().add("muted-icon");
    var lines = Layout.column(3, Labels.strong(section.title()));
    section.lines().forEach(line -> lines.getChildren().add(node(line)));
    return new HBox(12, icon, Layout.growing(lines));
  }

  private static Node node(PlanSection.Line line) {
    return switch (line.look()) {
      case TEXT -> Labels.plain(line.text());
      case CODE -> Labels.mono(line.text());
      case NOTE -> Labels.small(line.text());
      case WARNING -> {
        var label = Labels.plain(line.text());
        label.getStyleClass().add(Styles.WARNING);
        yield label;
      }
      case FILE -> file(line.text());
    };
  }

  private static TextArea file(String text) {
    var area = new TextArea(text);
    area.setId("plan-script");
    area.setAccessibleText("Text of the script");
    area.setEditable(false);
    area.getStyleClass().addAll("mono", "code-block");
    area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 2, 12));
    return area;
  }

  private static Symbol icon(PlanSection.Kind kind) {
    return switch (kind) {
      case MACHINE -> Symbol.SERVER;
      case FOLDERS -> Symbol.FOLDER;
      case COMMAND -> Symbol.TERMINAL;
      case CREDENTIALS -> Symbol.KEY;
      case NETWORK -> Symbol.GLOBE;
      case REPOSITORIES -> Symbol.GIT_BRANCH;
      case SCRIPT -> Symbol.FILE_TEXT;
    };
  }
}
