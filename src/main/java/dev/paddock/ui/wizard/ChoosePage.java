package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.ChoiceCard;
import dev.paddock.ui.kit.Fields;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What shall be in the template? */
final class ChoosePage extends View {
  private final WizardViewModel model;
  private final ToggleGroup tools = new ToggleGroup();
  private final ChoiceCard full =
      new ChoiceCard(
          "wizard-full",
          "Full",
          "Compilers, Python, Node.js, Go, Docker,\nChromium and the usual command line tools.",
          tools);
  private final ChoiceCard minimal =
      new ChoiceCard(
          "wizard-minimal",
          "Minimal",
          "Only git, curl, jq, gh and the agents.\nSmaller, and built much sooner.",
          tools);
  private final TextField disk = Fields.text("wizard-disk", "Disk size in GiB");
  private final TextField memory = Fields.text("wizard-memory", "Memory ceiling in GiB");
  private final TextField image = Fields.text("wizard-image", "Disk image, a file or a URL");
  private final Label diskError = Fields.problem("wizard-disk-error");
  private final Label memoryError = Fields.problem("wizard-memory-error");
  private final Button build;
  private final Region root;

  ChoosePage(WizardViewModel model) {
    this.model = model;
    image.setPromptText("Debian 13, pinned and checked");
    build = Buttons.primary("wizard-build", "Build the template", model::startBuild);
    build.setDefaultButton(true);
    var browse =
        Buttons.plain("wizard-image-choose", "Choose a file…", Symbol.FILE, model::chooseImage);
    root =
        Layout.column(
            26,
            Fields.group("Tools", halves(full, minimal)),
            halves(
                Fields.group(
                    "Disk in GiB",
                    disk,
                    diskError,
                    Labels.small("Takes room on this computer only as it fills.")),
                Fields.group(
                    "Memory in GiB",
                    memory,
                    memoryError,
                    Labels.small("The most that a session's VM may have."))),
            Fields.group("System image", Layout.row(8, Layout.growing(image), browse)),
            Layout.row(
                8, Layout.spacer(), Buttons.quiet("wizard-back", "Back", model::back), build));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    var choices = model.choices();
    lifetime.watch(choices.minimal(), chosen -> tools.selectToggle(chosen ? minimal : full));
    lifetime.watch(
        tools.selectedToggleProperty(), chosen -> choices.minimal().set(minimal.equals(chosen)));
    Fields.bind(lifetime, disk, choices.disk(), diskError, choices.diskError());
    Fields.bind(lifetime, memory, choices.memory(), memoryError, choices.memoryError());
    lifetime.bindBoth(image.textProperty(), choices.image());
    lifetime.watch(choices.valid(), valid -> build.setDisable(!valid));
  }

  private static GridPane halves(Node left, Node right) {
    var pane = new GridPane(16, 0);
    pane.addRow(0, left, right);
    for (int i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      pane.getColumnConstraints().add(half);
    }
    return pane;
  }
}
