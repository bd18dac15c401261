package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A login shell in the VM, with everything set up as for the agents. */
public final class PlainShell implements Agent {
  private final List<Agent> configured;

  /** A shell from which these agents can be started. */
  public PlainShell(List<Agent> configured) {
    this.configured = List.copyOf(configured);
  }

  /** The agents that can be started from it. */
  public List<Agent> configured() {
    return configured;
  }

  /** A shell for one of its agents alone, or empty where there is none of this name. */
  public Optional<PlainShell> only(String id) {
    return configured.stream()
        .filter(agent -> agent.id().equals(id))
        .findFirst()
        .map(agent -> new PlainShell(List.of(agent)));
  }

  @Override
  public String id() {
    return "shell";
  }

  @Override
  public String title() {
    return "Shell";
  }

  @Override
  public List<AgentPackage> packages() {
    return List.of();
  }

  /** With arguments, bash runs them, as in {@code paddock shell -c "make test"}. */
  @Override
  public AgentCommand command(List<String> arguments) {
    var argv = new ArrayList<>(List.of("bash", "-l"));
    argv.addAll(arguments);
    var environment = new TreeMap<String, String>();
    configured.forEach(agent -> environment.putAll(agent.command(List.of()).environment()));
    return new AgentCommand(argv, environment);
  }

  @Override
  public Set<CredentialKind> credentials() {
    return configured.stream()
        .flatMap(agent -> agent.credentials().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, String> environment(GuestFacts facts) {
    var all = new HashMap<String, String>();
    configured.forEach(agent -> all.putAll(agent.environment(facts)));
    return all;
  }

  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return configured.stream().flatMap(agent -> agent.guestFiles(facts).stream()).toList();
  }

  @Override
  public List<StateLink> stateLinks() {
    return configured.stream().flatMap(agent -> agent.stateLinks().stream()).toList();
  }
}
