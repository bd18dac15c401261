package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.View;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The template is there: on to the first session. */
final class ReadyPage extends View {
  private final WizardViewModel model;
  private final Label text = Labels.muted("");
  private final Region root;

  ReadyPage(WizardViewModel model) {
    this.model = model;
    root =
        Layout.column(
            16,
            Labels.heading("The template is ready"),
            text,
            Layout.row(
                8,
                Buttons.primary("wizard-folder", "Choose a project folder…", model::chooseFolder),
                Buttons.quiet("wizard-close", "Later", model::close)));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    model
        .built()
        .ifPresent(template ->
            text.setText(
                "Every session now starts from "
                    + template.name()
                    + ". Drop a folder into the window at any time."));
  }
}
