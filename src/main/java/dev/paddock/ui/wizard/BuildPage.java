package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.ProgressList;
import dev.paddock.ui.kit.View;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The template is being made. */
final class BuildPage extends View {
  private final WizardViewModel model;
  private final ProgressList phases = new ProgressList("build-phases");
  private final TextArea log = new TextArea();
  private final VBox problem = Layout.column(0);
  private final Button cancel;
  private final Button back;
  private final Region root;

  BuildPage(WizardViewModel model) {
    this.model = model;
    log.setId("build-log");
    log.setEditable(false);
    log.setPrefRowCount(6);
    log.getStyleClass().addAll("mono", "code-block");
    log.setAccessibleText("Last lines of the build");
    cancel = Buttons.danger("wizard-cancel", "Cancel", () -> model.build().cancel());
    back = Buttons.quiet("wizard-back", "Back", model::back);
    root =
        Layout.column(
            18,
            Labels.muted("The template that worked before stays until this one is done."),
            problem,
            phases,
            log,
            Layout.row(8, Layout.spacer(), back, cancel));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    lifetime.watch(model.build().status(), this::show);
    lifetime.watch(
        model.build().running(),
        running -> {
          Layout.show(cancel, running);
          Layout.show(back, !running);
        });
    lifetime.watch(model.build().cancelling(), cancelling -> cancel.setDisable(cancelling));
  }

  private void show(BuildStatus status) {
    phases.show(status.phases());
    Layout.show(log, !status.log().isEmpty());
    log.setText(String.join("\n", status.log()));
    log.positionCaret(log.getLength());
    problem.getChildren().clear();
    if (status.outcome() instanceof BuildStatus.Outcome.Failed(var error)) {
      problem
          .getChildren()
          .add(
              new ErrorPanel(
                  error,
                  model.desktop(),
                  Buttons.primary("wizard-again", "Try again", model::startBuild),
                  Buttons.plain("wizard-log", "Open the log", model::openLog)));
    }
  }
}
