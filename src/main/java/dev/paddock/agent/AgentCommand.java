package dev.paddock.agent;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an agent is started in the guest.
 *
 * @param argv program and arguments
 * @param environment variables of its own, beside those of every session
 */
public record AgentCommand(List<String> argv, SortedMap<String, String> environment) {

  /** Copies what it is given. */
  public AgentCommand {
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
