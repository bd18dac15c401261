package dev.paddock.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What OpenCode finds in the guest: agent-vm's configuration, and placeholder logins. */
final class OpenCodeGuestFiles {
  /** In the state folder. */
  static final String CONFIG_FOLDER = "opencode-config";

  /** In the home folder, only so that the file can be written through it. */
  static final String CONFIG_LINK = ".local/share/paddock/opencode-config";

  private static final String CONFIG_FILE = "opencode.json";
  private static final Duration PLACEHOLDER_LIFE = Duration.ofDays(3650);

  private final ObjectMapper json = Json.mapper();
  private final GuestFacts facts;

  OpenCodeGuestFiles(GuestFacts facts) {
    this.facts = facts;
  }

  /** Where its configuration is in the guest. */
  static Path config(GuestFacts facts) {
    return facts.stateFolder().resolve(CONFIG_FOLDER).resolve(CONFIG_FILE);
  }

  List<GuestFile> all() {
    return List.of(
        new GuestFile(
            CONFIG_LINK + "/" + CONFIG_FILE, configuration() + "\n", GuestFile.Rule.DEFAULTS_JSON),
        new GuestFile(
            ".local/share/opencode/auth.json", logins() + "\n", GuestFile.Rule.LOGINS_JSON),
        facts.instructionsAt(".config/opencode/AGENTS.md"));
  }

  private ObjectNode configuration() {
    var root =
        json.createObjectNode()
            .put("$schema", "https://opencode.ai/config.json")
            .put("permission", "allow")
            .put("autoupdate", false);
    root.putObject("provider")
        .putObject("anthropic")
        .putObject("options")
        .put("baseURL", "https://api.anthropic.com/v1")
        .put("apiKey", "placeholder");
    root.putObject("watcher")
        .putArray("ignore")
        .add("node_modules/**")
        .add("dist/**")
        .add(".git/**")
        .add(".agent-vm/**");
    return root;
  }

  /** A key of the person's wins over their ChatGPT login, as for Codex. */
  private ObjectNode logins() {
    var logins = json.createObjectNode();
    var placeholders = facts.placeholders();
    if (facts.canUse(CredentialKind.CODEX) && !facts.canUse(CredentialKind.OPENAI)) {
      var login =
          oauth(
              logins.putObject("openai"),
              placeholders.refreshToken(CredentialKind.CODEX),
              placeholders.accessToken(CredentialKind.CODEX),
              Instant.now().plus(PLACEHOLDER_LIFE).toEpochMilli());
      placeholders.codexAccountId().ifPresent(id -> login.put("accountId", id));
    }
    if (facts.canUse(CredentialKind.COPILOT)) {
      var token = placeholders.accessToken(CredentialKind.COPILOT);
      oauth(logins.putObject("github-copilot"), token, token, 0);
    }
    return logins;
  }

  /** The note is what {@code home.sh} knows it by; OpenCode does not look at it. */
  private static ObjectNode oauth(ObjectNode login, String refresh, String access, long expires) {
    return login
        .put("type", "oauth")
        .put("refresh", refresh)
        .put("access", access)
        .put("expires", expires)
        .put("note", "placeholder");
  }
}
