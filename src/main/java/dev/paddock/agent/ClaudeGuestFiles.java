package dev.paddock.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Claude Code finds in the guest: no first-run questions, trust, and a placeholder login. */
final class ClaudeGuestFiles {
  /** Far enough that the client never tries to refresh: it does so 300 s before the end. */
  private static final Duration PLACEHOLDER_LIFE = Duration.ofDays(3650);

  private final ObjectMapper json = Json.mapper();
  private final GuestFacts facts;

  ClaudeGuestFiles(GuestFacts facts) {
    this.facts = facts;
  }

  List<GuestFile> all() {
    var files = new ArrayList<GuestFile>();
    files.add(new GuestFile(".claude/settings.json", text(settings()), GuestFile.Rule.MERGE_JSON));
    files.add(new GuestFile(".claude.json", text(state()), GuestFile.Rule.MERGE_JSON));
    files.add(facts.instructionsAt(".claude/CLAUDE.md"));
    if (facts.canUse(CredentialKind.CLAUDE)) {
      files.add(
          new GuestFile(".claude/.credentials.json", text(credentials()), GuestFile.Rule.REPLACE));
    }
    return files;
  }

  private JsonNode settings() {
    return json.createObjectNode()
        .put("theme", "dark")
        .put("hasCompletedOnboarding", true)
        .put("skipDangerousModePermissionPrompt", true)
        .put("effortLevel", "high");
  }

  /** Without trust for the folder the first dialog's default is "No, exit". */
  private JsonNode state() {
    var state =
        json.createObjectNode()
            .put("hasCompletedOnboarding", true)
            .put("lastOnboardingVersion", "9.9.9")
            .put("effortCalloutDismissed", true);
    state
        .putObject("projects")
        .putObject(facts.project().toString())
        .put("hasTrustDialogAccepted", true)
        .put("hasCompletedProjectOnboarding", true);
    return state;
  }

  private JsonNode credentials() {
    var root = json.createObjectNode();
    var login =
        root.putObject("claudeAiOauth")
            .put("accessToken", facts.placeholder(CredentialKind.CLAUDE))
            .put("refreshToken", facts.placeholders().refreshToken(CredentialKind.CLAUDE))
            .put("expiresAt", Instant.now().plus(PLACEHOLDER_LIFE).toEpochMilli())
            .put("subscriptionType", "max");
    login.putArray("scopes").add("user:inference").add("user:profile");
    return root;
  }

  private static String text(JsonNode node) {
    return node.toString() + "\n";
  }
}
