package dev.paddock.ui.kit;

import dev.paddock.base.UserError;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * An explained error: what, why, how to fix it, what the person can do here, and the detail to
 * copy.
 */
public final class ErrorPanel extends VBox {

  /**
   * Shows one error.
   *
   * @param desktop copies the text
   * @param actions buttons that help, the best first
   */
  public ErrorPanel(UserError error, DesktopActions desktop, Node... actions) {
    setId("error-panel");
    getStyleClass().addAll("error-panel");
    setAccessibleText(error.lines());
    var icon = new Icon(Symbol.ALERT_CIRCLE, 22);
    icon.getStyleClass().add("error-icon");
    var texts = Layout.column(6, wrapping(Labels.heading(error.what())));
    texts.getStyleClass().add("error-texts");
    if (!error.why().isEmpty()) {
      texts.getChildren().add(Labels.plain(error.why()));
    }
    if (!error.fix().isEmpty()) {
      texts.getChildren().add(Labels.plain(error.fix()));
    }
    var head = new HBox(12, icon, Layout.growing(texts));
    var buttons = Layout.row(8, actions);
    buttons
        .getChildren()
        .add(
            Buttons.plain(
                "error-copy", "Copy details", Symbol.COPY, () -> desktop.copy(report(error))));
    buttons.getStyleClass().add("error-actions");
    getChildren().addAll(head, buttons);
    if (!error.detail().isBlank()) {
      getChildren().addAll(detail(error.detail()));
    }
  }

  private static Label wrapping(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static String report(UserError error) {
    return error.detail().isBlank() ? error.lines() : error.lines() + "\n\n" + error.detail();
  }

  private static List<Node> detail(String text) {
    var area = new TextArea(text);
    area.setId("error-detail");
    area.setEditable(false);
    area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 3, 12));
    area.getStyleClass().addAll("mono", "code-block");
    area.setAccessibleText("Details of the error");
    Layout.show(area, false);
    var toggle =
        Buttons.quiet("error-details", "Details", () -> Layout.show(area, !area.isVisible()));
    toggle.setGraphic(new Icon(Symbol.CHEVRON_DOWN, 16));
    toggle.getStyleClass().add("compact");
    return List.of(toggle, area);
  }
}
