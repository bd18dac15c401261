package dev.paddock.ui.launch;

import dev.paddock.agent.Agent;
import dev.paddock.ui.kit.AgentIcon;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.ChoiceRow;
import dev.paddock.ui.kit.Fields;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The inputs of the launch sheet. */
final class LaunchForm extends View {
  private final LaunchViewModel model;
  private final ChoiceRow<Agent> agents;
  private final TextField arguments = Fields.text("launch-arguments", "Arguments");
  private final TextField memory = Fields.text("launch-memory", "Memory");
  private final Label argumentsError = Fields.problem("launch-arguments-error");
  private final Label memoryError = Fields.problem("launch-memory-error");
  private final NetworkChoice network;
  private final VBox mounts = Layout.column(6);
  private final VBox root;

  LaunchForm(LaunchViewModel model) {
    this.model = model;
    agents = new ChoiceRow<>(model.agents(), LaunchForm::agentButton);
    arguments.setPromptText("-p \"fix all lint errors\"");
    arguments.getStyleClass().add("mono");
    memory.setPromptText("8G; empty for the usual");
    network = new NetworkChoice(model);
    var add =
        Buttons.plain("launch-mount-add", "Add a folder…", Symbol.FOLDER_PLUS, model::addMount);
    root =
        Layout.column(
            22,
            Fields.group("Agent", agents.root()),
            Fields.group("Arguments", arguments, argumentsError),
            Fields.group("Memory", memory, memoryError),
            Fields.group("Network", network.root()),
            Fields.group("Further folders", mounts, add));
    root.getStyleClass().add("launch-form");
  }

  @Override
  public Region root() {
    return root;
  }

  /** Where typing begins. */
  Node first() {
    return arguments;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    Fields.bind(lifetime, arguments, model.arguments(), argumentsError, model.argumentsError());
    Fields.bind(lifetime, memory, model.memory(), memoryError, model.memoryError());
    agents.bind(lifetime, model.agent());
    network.attach();
    lifetime.add(network::detach);
    lifetime.watchList(model.mounts(), this::showMounts);
  }

  private void showMounts() {
    mounts.getChildren().setAll(model.mounts().stream().map(this::mountRow).toList());
    Layout.show(mounts, !model.mounts().isEmpty());
  }

  private HBox mountRow(Path mount) {
    var index = model.mounts().indexOf(mount);
    var remove =
        Buttons.icon(
            "launch-mount-remove-" + index,
            "Do not mount " + PathText.name(mount),
            Symbol.X,
            () -> model.mounts().remove(mount));
    remove.getStyleClass().add("compact");
    return Layout.row(6, Layout.growing(Labels.mono(PathText.full(mount))), remove);
  }

  private static ToggleButton agentButton(Agent agent) {
    var button = new ToggleButton(agent.title(), AgentIcon.of(agent));
    button.setId("launch-agent-" + agent.id());
    button.setAccessibleText("Run " + agent.title());
    return button;
  }
}
