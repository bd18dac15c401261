package dev.paddock.ui.kit;

import dev.paddock.agent.Agent;

/** The picture of an agent. */
public final class AgentIcon {
  private AgentIcon() {}

  /** A new icon; agents without one of their own look alike. */
  public static Icon of(Agent agent) {
    return new Icon(agent.id().equals("shell") ? Symbol.TERMINAL : Symbol.CPU);
  }
}
