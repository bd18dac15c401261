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

  /** With a key in the environment, Codex would take this login before it. */
  private String login() {
    if (!facts.canUse(CredentialKind.CODEX) || facts.canUse(CredentialKind.OPENAI)) {
      return "";
    }
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
