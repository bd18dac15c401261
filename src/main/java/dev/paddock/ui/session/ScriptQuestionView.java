package dev.paddock.ui.session;

import dev.paddock.project.RuntimeScript;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.ScriptText;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Shows a script and asks whether it may run; saying no is the safe way out. */
public final class ScriptQuestionView extends BorderPane {
  private final Button refuse;

  /**
   * A question.
   *
   * @param answer called once, with whether the script may run
   */
  public ScriptQuestionView(ScriptQuestion question, Consumer<Boolean> answer) {
    setId("script-question");
    getStyleClass().addAll("modal-sheet", "narrow-sheet");
    var script = question.script();
    var head =
        Layout.column(
            4,
            Labels.headline("Run this project's start script?"),
            Labels.small(PathText.full(script.path())));
    head.getStyleClass().add("sheet-head");
    var text = new TextArea(ScriptText.of(script));
    text.setId("script-text");
    text.setAccessibleText("Text of the script");
    text.setEditable(false);
    text.setPrefRowCount(Math.clamp(script.text().lines().count() + 1, 4, 16));
    text.getStyleClass().addAll("mono", "code-block");
    refuse = Buttons.plain("script-refuse", "Don't run", () -> answer.accept(false));
    var allow = Buttons.primary("script-allow", "Allow and run", () -> answer.accept(true));
    var foot = Layout.row(8, Layout.spacer(), refuse, allow);
    foot.getStyleClass().add("sheet-foot");
    setTop(head);
    setCenter(body(script, text));
    setBottom(foot);
  }

  private static VBox body(RuntimeScript script, TextArea text) {
    var why =
        script.approval() == RuntimeScript.Approval.CHANGED
            ? "You allowed another text of this script before. It has changed since."
            : "You have not been asked about this script before.";
    var body =
        Layout.column(
            12,
            Labels.plain(why),
            Layout.growing(text),
            Labels.small(
                "It runs inside the VM, in the project's folder, just before the agent, with what"
                    + " the agent may do. This text is what runs; you are asked again when the"
                    + " file changes."));
    body.getStyleClass().add("sheet-body");
    return body;
  }

  /** Gets the focus: the safe answer. */
  public Node first() {
    return refuse;
  }
}
