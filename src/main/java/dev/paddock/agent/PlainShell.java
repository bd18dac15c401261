package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A login shell in the VM, with everything set up as for the agents. */
public final class PlainShell implements Agent {
  private final ClaudeCode claude = new ClaudeCode();

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
    environment.put("IS_SANDBOX", "1");
    return new AgentCommand(argv, environment);
  }

  @Override
  public Set<CredentialKind> credentials() {
    return claude.credentials();
  }

  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return claude.guestFiles(facts);
  }

  @Override
  public List<StateLink> stateLinks() {
    return claude.stateLinks();
  }
}
