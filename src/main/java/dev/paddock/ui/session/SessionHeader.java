package dev.paddock.ui.session;

import atlantafx.base.theme.Styles;
import dev.paddock.ui.kit.AgentIcon;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Shortcuts;
import dev.paddock.ui.kit.StateDot;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Who works where, since when, and the way to stop it. */
final class SessionHeader extends View {
  private final SessionViewModel model;
  private final StateDot dot = new StateDot();
  private final Label state = new Label();
  private final ToggleButton network = new ToggleButton("", new Icon(Symbol.SHIELD));
  private final ToggleButton requests = new ToggleButton("", new Icon(Symbol.ACTIVITY));
  private final Button stop;
  private final HBox root;

  SessionHeader(SessionViewModel model) {
    this.model = model;
    var icon = AgentIcon.of(model.agent());
    var agent = Labels.strong(model.agent().title());
    agent.setMinWidth(Region.USE_PREF_SIZE);
    var project = new Label(model.project());
    project.getStyleClass().add(Styles.TEXT_MUTED);
    project.setTooltip(new Tooltip(model.projectPath()));
    state.setId("session-state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    var pill = Layout.row(7, dot, state);
    pill.getStyleClass().add("state-pill");
    pill.setMinWidth(Region.USE_PREF_SIZE);
    toggle(network, "session-network", "Requests that were refused");
    toggle(requests, "session-requests", "Requests (" + Shortcuts.PREFIX + "+R)");
    stop = Buttons.danger("session-stop", "Stop", model::stop);
    stop.getStyleClass().add("compact");
    var dotBetween = new Label("·");
    dotBetween.getStyleClass().add(Styles.TEXT_MUTED);
    var title = Layout.row(8, icon, agent, dotBetween, project);
    title.setId("session-title");
    title.setAccessibleText(model.agent().title() + " in " + model.project());
    root = Layout.row(12, title, Layout.spacer(), pill, network, requests, stop);
    root.getStyleClass().add("session-header");
  }

  @Override
  public Region root() {
    return root;
  }

  /** Pressed while the refused requests are shown. */
  ToggleButton network() {
    return network;
  }

  /** Pressed while the panel of all requests is shown. */
  ToggleButton requests() {
    return requests;
  }

  private static void toggle(ToggleButton button, String id, String text) {
    button.setId(id);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll("compact", "choice");
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    lifetime.bind(state.textProperty(), model.stateText());
    lifetime.watch(
        model.status(),
        status -> {
          dot.show(status.state());
          stop.setDisable(!model.canStop());
          Layout.show(stop, !status.state().isFinal());
        });
    lifetime.watchList(
        model.notices(),
        () -> {
          network.setText(model.notices().isEmpty() ? "" : model.noticed() + " refused");
          network.setDisable(model.notices().isEmpty() && !network.isSelected());
        });
  }
}
