package dev.paddock.agent;

import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** OpenCode, with whichever of the host's logins it can use. */
public final class OpenCode implements Agent {
  private static final String VERSION = "1.18.33";

  @Override
  public String id() {
    return "opencode";
  }

  @Override
  public String title() {
    return "OpenCode";
  }

  /** On x86-64 the build that also runs without AVX2, which an emulated processor lacks. */
  @Override
  public List<AgentPackage> packages() {
    return List.of(
        new AgentPackage(
            "opencode",
            VERSION,
            NpmTarball.pinned(
                "opencode-linux-x64-baseline",
                VERSION,
                "bin/opencode",
                "sha512-1KQGBiiDDeL/VHHbHkOvvFo8Jr97WT5+C1tear+p7IcDTnXgVHXqIjU4O4jM4mHQzykTP2i884FCnW5LDa+zCA=="),
            new NpmTarball("opencode-linux-arm64", VERSION, "bin/opencode", Optional.empty())));
  }

  @Override
  public AgentCommand command(List<String> arguments) {
    var argv = new ArrayList<>(List.of("opencode"));
    argv.addAll(arguments);
    var environment = new TreeMap<String, String>();
    environment.put("OPENCODE_DISABLE_AUTOUPDATE", "1");
    return new AgentCommand(argv, environment);
  }

  @Override
  public Set<CredentialKind> credentials() {
    return Set.of(
        CredentialKind.CLAUDE, CredentialKind.CODEX, CredentialKind.OPENAI, CredentialKind.COPILOT);
  }

  /** The key in {@code OPENCODE_CONFIG_CONTENT} is this session's, whatever the file has kept. */
  @Override
  public Map<String, String> environment(GuestFacts facts) {
    var environment = new TreeMap<String, String>();
    environment.put("OPENCODE_CONFIG", OpenCodeGuestFiles.config(facts).toString());
    if (facts.canUse(CredentialKind.CLAUDE)) {
      var content = Json.mapper().createObjectNode();
      content
          .putObject("provider")
          .putObject("anthropic")
          .putObject("options")
          .put("apiKey", facts.placeholder(CredentialKind.CLAUDE));
      environment.put("OPENCODE_CONFIG_CONTENT", content.toString());
    }
    if (facts.canUse(CredentialKind.OPENAI)) {
      environment.put("OPENAI_API_KEY", facts.placeholder(CredentialKind.OPENAI));
    }
    return environment;
  }

  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return new OpenCodeGuestFiles(facts).all();
  }

  /** As agent-vm links them, so that its sessions continue. */
  @Override
  public List<StateLink> stateLinks() {
    return List.of(
        new StateLink(".local/share/opencode", "opencode-sessions", true),
        new StateLink(OpenCodeGuestFiles.CONFIG_LINK, OpenCodeGuestFiles.CONFIG_FOLDER, true));
  }
}
