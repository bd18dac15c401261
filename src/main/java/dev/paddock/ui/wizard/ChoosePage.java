package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.View;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What shall be in the template? */
final class ChoosePage extends View {
  private final WizardViewModel model;
  private final CheckBox minimal = new CheckBox("Only git, curl, jq, gh and the agents");
  private final TextField disk = field("wizard-disk", "Disk size in GiB", 8);
  private final TextField memory = field("wizard-memory", "Memory ceiling in GiB", 8);
  private final TextField image = field("wizard-image", "Disk image, file or URL", 40);
  private final Label diskError = problem();
  private final Label memoryError = problem();
  private final Button build;
  private final Region root;

  ChoosePage(WizardViewModel model) {
    this.model = model;
    minimal.setId("wizard-minimal");
    image.setPromptText("the pinned Debian 13");
    build = Buttons.primary("wizard-build", "Build the template", model::startBuild);
    build.setDefaultButton(true);
    var browse =
        Buttons.icon("wizard-image-choose", "Choose a file", Feather.FOLDER, model::chooseImage);
    root =
        Layout.column(
            20,
            group("Tools", minimal),
            Layout.row(
                28,
                group("Disk (GiB)", disk, diskError),
                group("Memory (GiB)", memory, memoryError)),
            group("Image", Layout.row(6, image, browse)),
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
    lifetime.bindBoth(minimal.selectedProperty(), choices.minimal());
    text(lifetime, disk, choices.disk(), diskError, choices.diskError());
    text(lifetime, memory, choices.memory(), memoryError, choices.memoryError());
    lifetime.bindBoth(image.textProperty(), choices.image());
    lifetime.watch(choices.valid(), valid -> build.setDisable(!valid));
  }

  private static void text(
      Lifetime lifetime,
      TextField field,
      StringProperty value,
      Label problem,
      ObservableValue<String> error) {
    lifetime.bindBoth(field.textProperty(), value);
    lifetime.watch(
        error,
        text -> {
          problem.setText(text);
          Layout.show(problem, !text.isEmpty());
        });
  }

  private static Region group(String name, Node... nodes) {
    var group = Layout.column(6, Labels.caption(name));
    group.getChildren().addAll(nodes);
    return group;
  }

  private static TextField field(String id, String text, int columns) {
    var field = new TextField();
    field.setId(id);
    field.setAccessibleText(text);
    field.setPrefColumnCount(columns);
    return field;
  }

  private static Label problem() {
    var label = new Label();
    label.getStyleClass().add("problem");
    return label;
  }
}
