package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** GitHub's Copilot CLI. */
public final class CopilotCli implements Agent {
  private static final String VERSION = "1.0.102";

  @Override
  public String id() {
    return "copilot";
  }

  @Override
  public String title() {
    return "Copilot";
  }

  @Override
  public List<AgentPackage> packages() {
    return List.of(
        new AgentPackage(
            "copilot",
            VERSION,
            NpmTarball.pinned(
                "@github/copilot-linux-x64",
                VERSION,
                "copilot",
                "sha512-eGHPbsP0p2QgfVZCjtbGBFZPBOJQ0DN7xIbBRAo7oG8b1zfLirQIdfI4h8Iy68Dv2cKJGJZg2/EO7W7KpIMJOw=="),
            NpmTarball.pinned(
                "@github/copilot-linux-arm64",
                VERSION,
                "copilot",
                "sha512-5rO0B2/AduCekrE+aUzipySKZxZY2b/tVRZ8Suy8ymPFNC0Q7HQiQ8DZhxj+3RhHR8rU2Z8KOJVAbtMlROX6+A==")));
  }

  @Override
  public AgentCommand command(List<String> arguments) {
    var argv = new ArrayList<>(List.of("copilot", "--yolo"));
    argv.addAll(arguments);
    var environment = new TreeMap<String, String>();
    environment.put("COPILOT_AUTO_UPDATE", "false");
    return new AgentCommand(argv, environment);
  }

  @Override
  public Set<CredentialKind> credentials() {
    return Set.of(CredentialKind.COPILOT);
  }

  @Override
  public Map<String, String> environment(GuestFacts facts) {
    return facts.canUse(CredentialKind.COPILOT)
        ? Map.of("COPILOT_GITHUB_TOKEN", facts.placeholder(CredentialKind.COPILOT))
        : Map.of();
  }

  /** {@code --yolo} allows all tools and yet asks whether the folder is trusted. */
  @Override
  public List<GuestFile> guestFiles(GuestFacts facts) {
    return List.of(
        new GuestFile(
            ".copilot/config.json", "{\"trustedFolders\":[\"/\"]}\n", GuestFile.Rule.MERGE_JSON),
        facts.instructionsAt(".copilot/copilot-instructions.md"));
  }

  /** As agent-vm links it, so that its sessions continue. */
  @Override
  public List<StateLink> stateLinks() {
    return List.of(new StateLink(".copilot", "copilot-home", true));
  }
}
