package dev.paddock.ui.error;

import dev.paddock.base.UserError;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.Layout;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;

/** Shows an error that belongs to no screen. */
public final class ErrorSheet extends BorderPane {
  private final Button dismiss;

  /**
   * A sheet for one error.
   *
   * @param openLog opens Paddock's log
   * @param close takes the sheet away
   */
  public ErrorSheet(UserError error, DesktopActions desktop, Runnable openLog, Runnable close) {
    setId("error-sheet");
    getStyleClass().addAll("modal-sheet", "narrow-sheet");
    dismiss = Buttons.primary("error-dismiss", "Go on", close);
    var body =
        Layout.column(
            0, new ErrorPanel(error, desktop, Buttons.plain("error-log", "Open the log", openLog)));
    body.getStyleClass().addAll("sheet-body", "sheet-top");
    var foot = Layout.row(8, Layout.spacer(), dismiss);
    foot.getStyleClass().add("sheet-foot");
    setCenter(body);
    setBottom(foot);
  }

  /** Gets the focus. */
  public Node first() {
    return dismiss;
  }
}
