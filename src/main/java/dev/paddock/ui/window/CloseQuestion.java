package dev.paddock.ui.window;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;

/** Asks what becomes of running sessions when the window closes; staying is the safe answer. */
final class CloseQuestion extends BorderPane {
  private final Button stay;

  CloseQuestion(int running, Runnable close, Runnable cancel) {
    setId("close-question");
    getStyleClass().addAll("sheet", "narrow-sheet");
    var head =
        Layout.column(
            8,
            Labels.headline(
                running == 1 ? "One session is running" : running + " sessions are running"),
            Labels.muted(
                "Closing Paddock stops them and deletes their VMs. Files in your projects stay as"
                    + " the agents left them."));
    head.getStyleClass().add("sheet-head");
    stay = Buttons.plain("close-stay", "Keep working", cancel);
    var stop = Buttons.danger("close-stop", "Stop all and quit", close);
    var foot = Layout.row(8, Layout.spacer(), stay, stop);
    foot.getStyleClass().add("sheet-foot");
    setTop(head);
    setBottom(foot);
  }

  Node first() {
    return stay;
  }
}
