package dev.paddock.agent;

import java.util.List;
import java.util.Optional;

/**
 * The agents that Paddock knows.
 *
 * @param all in the order in which people see them
 */
public record Agents(List<Agent> all) {

  /** Copies the list. */
  public Agents {
    all = List.copyOf(all);
  }

  /** Those that come with Paddock. */
  public static Agents builtIn() {
    return new Agents(List.of(new ClaudeCode(), new PlainShell()));
  }

  /** The one with this command name, or empty. */
  public Optional<Agent> find(String id) {
    return all.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
