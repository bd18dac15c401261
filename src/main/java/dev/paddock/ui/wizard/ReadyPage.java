package dev.paddock.ui.wizard;

import dev.paddock.template.Template;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The template is there: on to the first session. */
final class ReadyPage extends View {
  private final WizardViewModel model;
  private final Label contents = Labels.muted("");
  private final VBox root;

  ReadyPage(WizardViewModel model) {
    this.model = model;
    var mark = new StackPane(new Icon(Symbol.CHECK, 30));
    mark.getStyleClass().add("ready-mark");
    var words =
        Layout.column(
            6,
            Labels.heading("The template is ready"),
            Labels.plain("Every session starts from it, in a few seconds."),
            contents);
    words.setAlignment(Pos.CENTER);
    var buttons =
        Layout.row(
            8,
            Buttons.plain("wizard-close", "Go to Home", model::close),
            Buttons.primary("wizard-folder", "Choose a project folder…", model::chooseFolder));
    buttons.setAlignment(Pos.CENTER);
    root = Layout.column(20, mark, words, buttons);
    root.setAlignment(Pos.CENTER);
    root.getStyleClass().add("ready-page");
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    model.built().ifPresent(template -> contents.setText(contents(template)));
  }

  private static String contents(Template template) {
    var manifest = template.manifest();
    var agents =
        manifest.agents().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(agent -> agent.getKey() + " " + agent.getValue())
            .collect(Collectors.joining(", "));
    return "It holds "
        + agents
        + " and "
        + (manifest.choices().minimal() ? "the minimal tools." : "the full set of tools.");
  }
}
