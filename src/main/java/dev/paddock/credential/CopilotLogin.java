package dev.paddock.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The host's Copilot login, from where agent-vm, Copilot's CLI and its editor plug-ins keep it. It
 * has no end that is known, and nothing refreshes it. All methods may be called from any thread.
 */
public final class CopilotLogin implements CredentialSource {
  private final CredentialSource places;

  /** Looks in the cache that agent-vm used first, for its token has the right scope. */
  public CopilotLogin(Map<String, String> environment, Path home, Clock clock) {
    var configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
    var config = configured.isEmpty() ? home.resolve(".config") : Path.of(configured);
    var cliHome = environment.getOrDefault("COPILOT_HOME", "");
    var cli = cliHome.isEmpty() ? home.resolve(".copilot") : Path.of(cliHome);
    places =
        new FirstOf(
            file(agentVmCache(home), clock),
            file(cli.resolve("config.json"), clock),
            file(config.resolve("github-copilot/apps.json"), clock),
            file(config.resolve("github-copilot/hosts.json"), clock));
  }

  /** Where agent-vm kept the token of its device flow. */
  public static Path agentVmCache(Path home) {
    return home.resolve(".cache/claude-vm/copilot-token.json");
  }

  @Override
  public CredentialState current() {
    return places.current();
  }

  /** These programs keep other things there too, so a file without a token is no damage. */
  private static CredentialSource file(Path file, Clock clock) {
    return new OptionalLogin(new FileLogin<>(file, new CopilotFormat(), clock));
  }
}
