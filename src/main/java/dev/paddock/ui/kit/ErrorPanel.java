package dev.paddock.ui.kit;

import dev.paddock.base.UserError;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
    var icon = new FontIcon(Feather.ALERT_CIRCLE);
    icon.getStyleClass().add("error-icon");
    var texts = Layout.column(6, text(Labels.heading(error.what())));
    texts.getStyleClass().add("error-texts");
    if (!error.why().isEmpty()) {
      texts.getChildren().add(Labels.muted(error.why()));
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
                "error-copy", "Copy details", Feather.COPY, () -> desktop.copy(report(error))));
    buttons.getStyleClass().add("error-actions");
    getChildren().addAll(head, buttons);
    if (!error.detail().isBlank()) {
      getChildren().add(detail(error.detail()));
    }
  }

  private static javafx.scene.control.Label text(javafx.scene.control.Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static String report(UserError error) {
    return error.detail().isBlank() ? error.lines() : error.lines() + "\n\n" + error.detail();
  }

  private static TitledPane detail(String text) {
    var area = new TextArea(text);
    area.setId("error-detail");
    area.setEditable(false);
    area.setPrefRowCount(8);
    area.getStyleClass().add("mono");
    area.setAccessibleText("Details of the error");
    var pane = new TitledPane("Details", area);
    pane.setId("error-details");
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }
}
