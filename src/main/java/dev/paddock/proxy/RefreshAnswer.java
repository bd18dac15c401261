package dev.paddock.proxy;

import dev.paddock.credential.ClaudeAccount;
import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.rule.CredentialUse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers a token refresh with what the client has already. The lifetime is long, or the client
 * would ask again and again.
 */
final class RefreshAnswer {
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private RefreshAnswer() {}

  static LocalAnswer of(SessionAccess access, CredentialKind kind) {
    var placeholders = access.placeholders();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("token_type", "Bearer");
    answer.put("access_token", placeholders.accessToken(kind));
    answer.put("refresh_token", placeholders.refreshToken(kind));
    answer.put("expires_in", LIFETIME.toSeconds());
    answer.putAll(
        switch (kind) {
          // Without the scopes Claude Code refuses the answer.
          case CLAUDE -> Map.of("scope", scopes(access));
          case CODEX -> Map.of("id_token", placeholders.codexIdentity());
          case OPENAI, COPILOT, GITHUB -> Map.of();
        });
    return LocalAnswer.json(200, answer);
  }

  private static String scopes(SessionAccess access) {
    var source = access.source(new CredentialUse.Login(CredentialKind.CLAUDE));
    var scopes = source == null ? ClaudeAccount.unknown().scopes() : source.scopes();
    return String.join(" ", scopes);
  }
}
