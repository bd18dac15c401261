package dev.paddock.ui.launch;

import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.ui.kit.ChoiceRow;
import dev.paddock.ui.kit.Fields;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.View;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which hosts the VM may reach, and with whose credentials. */
final class NetworkChoice extends View {
  private final LaunchViewModel model;
  private final ChoiceRow<NetworkMode> modes =
      new ChoiceRow<>(List.of(NetworkMode.values()), NetworkChoice::button);
  private final Label meaning = Labels.small("");
  private final TextField hosts = Fields.text("launch-hosts", "Further hosts");
  private final Label hostsError = Fields.problem("launch-hosts-error");
  private final CheckBox onlyOurs = new CheckBox("Only this computer's credentials");
  private final VBox root;

  NetworkChoice(LaunchViewModel model) {
    this.model = model;
    hosts.setPromptText("intra.example *.corp.example");
    hosts.getStyleClass().add("mono");
    meaning.setId("launch-network-meaning");
    meaning.setWrapText(true);
    onlyOurs.setId("launch-only-ours");
    onlyOurs.setAccessibleText(onlyOurs.getText());
    root = Layout.column(8, modes.root(), meaning, hosts, hostsError, onlyOurs);
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    Fields.bind(lifetime, hosts, model.hosts(), hostsError, model.hostsError());
    lifetime.bindBoth(onlyOurs.selectedProperty(), model.onlyOurCredentials());
    modes.bind(lifetime, model.network());
    lifetime.watch(model.network(), this::show);
  }

  private void show(NetworkMode mode) {
    meaning.setText(meaning(mode));
    Layout.show(hosts, mode == NetworkMode.LISTED);
  }

  private static ToggleButton button(NetworkMode mode) {
    var button = new ToggleButton(title(mode));
    button.setId("launch-network-" + mode.name().toLowerCase(Locale.ROOT));
    button.setAccessibleText("Network " + title(mode) + ": " + meaning(mode));
    return button;
  }

  private static String title(NetworkMode mode) {
    return switch (mode) {
      case OPEN -> "Open";
      case LISTED -> "Listed";
      case OFFLINE -> "Offline";
    };
  }

  private static String meaning(NetworkMode mode) {
    return switch (mode) {
      case OPEN -> "Any public host.";
      case LISTED -> "The agent's provider, package registries, GitHub, and these hosts.";
      case OFFLINE -> "The agent's provider only.";
    };
  }
}
