package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Anthropic's Claude Code. */
public final class ClaudeCode implements Agent {
  private static final String VERSION = "2.1.330";

  @Override
  public String id() {
    return "claude";
  }

  @Override
  public String title() {
    return "Claude Code";
  }

  @Override
  public List<AgentPackage> packages() {
    return List.of(
        new AgentPackage(
            "claude",
            VERSION,
            NpmTarball.pinned(
                "@anthropic-ai/claude-code-linux-x64",
                VERSION,
                "claude",
                "sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ=="),
            NpmTarball.pinned(
                "@anthropic-ai/claude-code-linux-arm64",
                VERSION,
                "claude",
                "sha512-V4yanAY5EA5UpwwRPtjSfqDbNqAlUJeVn3NYZw2AgmRHjdpSsLtHAzbxRXfkAnbjwTXzE0uedjQxUY02ARPcsA==")));
  }

  /** The person's own {@code --model} comes later on the line, so it wins. */
  @Override
  public AgentCommand command(List<String> arguments) {
    var argv =
        new ArrayList<>(List.of("claude", "--dangerously-skip-permissions", "--model", "opus[1m]"));
    argv.addAll(arguments);
    var environment = new TreeMap<String, String>();
    environment.put("IS_SANDBOX", "1");
    environment.put("ENABLE_LSP_TOOL", "1");
    environment.put("DISABLE_AUTOUPDATER", "1");
    return new AgentCommand(argv, environment);
  }

  @Override
  public Set<CredentialKind> credentials() {
    return Set.of(CredentialKind.CLAUDE);
  }

  /** Its login is a file. */
  @Override
  public Map<String, String> environment(GuestFacts facts) {
    return Map.of();
  }

  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return new ClaudeGuestFiles(facts).all();
  }

  /** As agent-vm links them, so that its sessions continue. */
  @Override
  public List<StateLink> stateLinks() {
    return List.of(
        new StateLink(".claude/projects", "claude-sessions/projects", true),
        new StateLink(".claude/file-history", "claude-sessions/file-history", true),
        new StateLink(".claude/todos", "claude-sessions/todos", true),
        new StateLink(".claude/plans", "claude-sessions/plans", true),
        new StateLink(".claude/history.jsonl", "claude-sessions/history.jsonl", false),
        new StateLink(".claude.json", "claude-sessions/claude.json", false));
  }
}
