package dev.paddock.ui.kit;

import dev.paddock.agent.Agent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture of an agent. */
public final class AgentIcon {
  private AgentIcon() {}

  /** A new icon; agents without one of their own look alike. */
  public static FontIcon of(Agent agent) {
    return new FontIcon(agent.id().equals("shell") ? Feather.TERMINAL : Feather.CPU);
  }
}
