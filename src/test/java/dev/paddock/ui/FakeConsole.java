package dev.paddock.ui;

import dev.paddock.session.AgentConsole;
import java.util.List;
import java.util.Map;

/** A console on which nothing is ever run. */
public final class FakeConsole implements AgentConsole {
  @Override
  public boolean isTerminal() {
    return true;
  }

  @Override
  public Map<String, String> guestEnvironment() {
    return Map.of();
  }

  @Override
  public int run(List<String> argv) {
    throw new UnsupportedOperationException();
  }
}
