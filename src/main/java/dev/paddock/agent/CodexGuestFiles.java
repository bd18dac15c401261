package dev.paddock.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import java.time.Instant;
import java.util.List;

/** What Codex finds in the guest: full access, trust, and a placeholder login. */
final class CodexGuestFiles {
  private final ObjectMapper json = Json.mapper();
  private final GuestFacts facts;

  CodexGuestFiles(GuestFacts facts) {
    this.facts = facts;
  }

  List<GuestFile> all() {
    return List.of(
        new GuestFile(".codex/config.toml", config(), GuestFile.Rule.ONCE),
        new GuestFile(".codex/auth.json", login(), GuestFile.Rule.LOGIN),
        facts.instructionsAt(".codex/AGENTS.md"));
  }

  /** agent-vm's two lines, and what keeps Codex from asking before it begins. */
  private String config() {
    return """
    sandbox_mode = "danger-full-access"
    approval_policy = "never"
    check_for_update_on_startup = false

    [features]
    daemon_auto_start = false

    [projects.%s]
    trust_level = "trusted"
    """
        .formatted(Toml.quote(facts.project().toString()));
  }

  /** A key that the person has set wins over their ChatGPT login. */
  private String login() {
    if (facts.canUse(CredentialKind.OPENAI)) {
      return apiKey();
    }
    return facts.canUse(CredentialKind.CODEX) ? chatGpt() : "";
  }

  /**
   * {@code codex exec} does not look at {@code OPENAI_API_KEY}. The note is what {@code home.sh}
   * knows it by; Codex does not look at it.
   */
  private String apiKey() {
    return json.createObjectNode()
            .put("auth_mode", "apikey")
            .put("OPENAI_API_KEY", facts.placeholder(CredentialKind.OPENAI))
            .put("note", "placeholder")
        + "\n";
  }

  private String chatGpt() {
    var placeholders = facts.placeholders();
    var root = json.createObjectNode().put("auth_mode", "chatgpt").putNull("OPENAI_API_KEY");
    var tokens =
        root.putObject("tokens")
            .put("id_token", placeholders.codexIdentity())
            .put("access_token", placeholders.accessToken(CredentialKind.CODEX))
            .put("refresh_token", placeholders.refreshToken(CredentialKind.CODEX));
    placeholders.codexAccountId().ifPresent(id -> tokens.put("account_id", id));
    return root.put("last_refresh", Instant.now().toString()) + "\n";
  }
}
