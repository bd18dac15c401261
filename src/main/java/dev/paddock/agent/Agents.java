package dev.paddock.agent;

import java.util.ArrayList;
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
    List<Agent> coding = List.of(new ClaudeCode(), new OpenCode(), new Codex(), new CopilotCli());
    var all = new ArrayList<>(coding);
    all.add(new PlainShell(coding));
    return new Agents(all);
  }

  /** The one with this command name, or empty. */
  public Optional<Agent> find(String id) {
    return all.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
