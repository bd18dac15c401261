package dev.paddock.proxy;

import dev.paddock.credential.ClaudeAccount;
import dev.paddock.credential.CredentialKind;
import java.time.Duration;
import java.util.Map;

/**
 * Answers a token refresh with what the client has already: it must hold scope and lifetime, or the
 * client refuses it, and the lifetime is long, or the client asks again and again.
 */
final class RefreshAnswer {
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private RefreshAnswer() {}

  static LocalAnswer of(ProxySession session, CredentialKind kind) {
    var source = session.source(kind);
    var scopes = source == null ? ClaudeAccount.unknown().scopes() : source.scopes();
    return LocalAnswer.json(
        200,
        Map.of(
            "token_type", "Bearer",
            "access_token", session.placeholders().accessToken(kind),
            "refresh_token", session.placeholders().refreshToken(kind),
            "expires_in", LIFETIME.toSeconds(),
            "scope", String.join(" ", scopes)));
  }
}
