package dev.paddock.ui.window;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * Asks what becomes of running work when the window closes; staying is the safe answer. After the
 * other one it shows that things are being taken down.
 */
final class CloseQuestion extends BorderPane {
  private final Label headline = Labels.headline("");
  private final Label text = Labels.muted("");
  private final Button stay;
  private final HBox foot;

  /**
   * A question.
   *
   * @param stop called once, when all is to be stopped
   * @param cancel called when the person stays
   */
  CloseQuestion(Running running, Runnable stop, Runnable cancel) {
    setId("close-question");
    getStyleClass().addAll("modal-sheet", "narrow-sheet");
    headline.setText(running.headline());
    text.setText(running.consequence());
    var head = Layout.column(8, headline, text);
    head.getStyleClass().add("sheet-head");
    stay = Buttons.plain("close-stay", "Cancel", cancel);
    foot =
        Layout.row(
            8, Layout.spacer(), stay, Buttons.danger("close-stop", "Stop all and quit", stop));
    foot.getStyleClass().add("sheet-foot");
    setTop(head);
    setBottom(foot);
  }

  /** Gets the focus: the safe answer. */
  Node first() {
    return stay;
  }

  /** Shows that it is under way; the person may leave without waiting. */
  void stopping(Runnable leave) {
    headline.setText("Stopping");
    text.setText("The VMs are being deleted; then Paddock closes.");
    var progress = new ProgressIndicator();
    progress.getStyleClass().add("small-progress");
    var now = Buttons.quiet("close-now", "Close the window now", leave);
    foot.getChildren().setAll(progress, Layout.spacer(), now);
    now.requestFocus();
  }
}
