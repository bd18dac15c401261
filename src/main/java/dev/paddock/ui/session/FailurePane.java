package dev.paddock.ui.session;

import dev.paddock.base.UserError;
import dev.paddock.session.SessionStatus;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.Layout;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/**
 * Why a session failed, above how far it came: the steps of its start, or the terminal where the
 * agent was at work already.
 */
final class FailurePane extends BorderPane {
  private final SessionViewModel model;
  private final DesktopActions desktop;

  FailurePane(SessionViewModel model, DesktopActions desktop) {
    this.model = model;
    this.desktop = desktop;
  }

  void show(SessionStatus status, Node steps, Node terminal) {
    var panel = Layout.column(24);
    status.failure().ifPresent(error -> panel.getChildren().add(panel(error, status)));
    if (Showing.agentStarted(status)) {
      panel.getStyleClass().add("failure-above");
      setTop(panel);
      setCenter(terminal);
    } else {
      panel.getChildren().add(steps);
      setTop(null);
      setCenter(Layout.page(panel, 640));
    }
  }

  private VBox panel(UserError error, SessionStatus status) {
    var log = Buttons.plain("session-log", "Open the log", model::openLog);
    return status.state().isFinal()
        ? new ErrorPanel(
            error,
            desktop,
            Buttons.primary("session-again", "Try again", model::startAgain),
            Buttons.plain("session-close", "Close", model::close),
            log)
        : new ErrorPanel(error, desktop, log);
  }
}
