package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** OpenAI's Codex CLI. */
public final class Codex implements Agent {
  private static final String VERSION = "0.169.0";

  @Override
  public String id() {
    return "codex";
  }

  @Override
  public String title() {
    return "Codex";
  }

  @Override
  public List<AgentPackage> packages() {
    return List.of(
        new AgentPackage(
            "codex",
            VERSION,
            NpmTarball.pinned(
                "@openai/codex",
                VERSION + "-linux-x64",
                "vendor/x86_64-unknown-linux-musl/bin/codex",
                "sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww=="),
            NpmTarball.pinned(
                "@openai/codex",
                VERSION + "-linux-arm64",
                "vendor/aarch64-unknown-linux-musl/bin/codex",
                "sha512-NZ/DaQUpcQmxmqee7Z9uC1rzw3GhSbooawcaTe1LN5Yk+WlinUKGdTXJgClRT/9ogQEEM9TWxYzvxPfj5G/xFg==")));
  }

  /** Without its daemon, which would outlive the session's terminal. */
  @Override
  public AgentCommand command(List<String> arguments) {
    var argv =
        new ArrayList<>(
            List.of(
                "codex",
                "--dangerously-bypass-approvals-and-sandbox",
                "-c",
                "features.daemon_auto_start=false"));
    argv.addAll(arguments);
    return new AgentCommand(argv, new TreeMap<>());
  }

  @Override
  public Set<CredentialKind> credentials() {
    return Set.of(CredentialKind.CODEX, CredentialKind.OPENAI);
  }

  /** As agent-vm set it, for other programs that look for it. */
  @Override
  public Map<String, String> environment(GuestFacts facts) {
    return facts.canUse(CredentialKind.OPENAI)
        ? Map.of("OPENAI_API_KEY", facts.placeholder(CredentialKind.OPENAI))
        : Map.of();
  }

  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return new CodexGuestFiles(facts).all();
  }

  /** As agent-vm links it, so that its sessions continue. */
  @Override
  public List<StateLink> stateLinks() {
    return List.of(new StateLink(".codex", "codex-home", true));
  }
}
