package dev.paddock.cli;

import dev.paddock.agent.Agent;
import dev.paddock.agent.PlainShell;
import dev.paddock.base.Escaped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands behind {@code paddock}: the agent, and the words for it and for Paddock.
 *
 * @param agent for {@code shell codex} a shell that is set up for Codex alone
 */
record AgentWords(Agent agent, List<String> words) {

  /**
   * Takes the agent's name behind {@code shell} away.
   *
   * @throws UsageException where there is a name that no agent has
   */
  static AgentWords of(Agent agent, List<String> words) throws UsageException {
    if (!(agent instanceof PlainShell shell)
        || words.isEmpty()
        || words.getFirst().startsWith("-")) {
      return new AgentWords(agent, words);
    }
    var name = words.getFirst();
    var only = shell.only(name).orElseThrow(() -> unknown(shell, name));
    return new AgentWords(only, words.subList(1, words.size()));
  }

  private static UsageException unknown(PlainShell shell, String name) {
    return new UsageException(
        "There is no agent '" + Escaped.text(name) + "'.",
        "Say one of "
            + shell.configured().stream().map(Agent::id).collect(Collectors.joining(", "))
            + ", or none for all of them.");
  }
}
