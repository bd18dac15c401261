package dev.paddock.proxy.rule;

import org.jspecify.annotations.Nullable;

/**
 * Where a placeholder stands on a request, and so where the real credential goes.
 *
 * @param authorization what Authorization is to be, or null to leave it alone
 * @param apiKey what becomes of {@code x-api-key}
 * @param claudeOAuth whether Claude's API must be told to expect a login instead of a key
 */
public record Placement(@Nullable Authorization authorization, ApiKey apiKey, boolean claudeOAuth) {

  /** What becomes of {@code x-api-key}. */
  public enum ApiKey {
    /** It stays as it is, or there is none. */
    KEEP,
    /** The credential goes there. */
    REPLACE,
    /** It held the placeholder, and the credential goes elsewhere. */
    REMOVE
  }

  /** The value of Authorization around the credential. */
  public sealed interface Authorization {}

  /** The credential after a scheme as the client wrote it, or alone where that is empty. */
  public record Token(String scheme) implements Authorization {}

  /** Basic; the credential is the user, the password or both, whichever is null here. */
  public record Basic(@Nullable String user, @Nullable String password) implements Authorization {
    @Override
    public String toString() {
      return "Basic[…]";
    }
  }

  /** As a bearer, on a request without any credential. */
  static Placement bearer(boolean claudeOAuth) {
    return new Placement(new Token("Bearer"), ApiKey.KEEP, claudeOAuth);
  }

  /** For a login of Claude's, which the API takes as a bearer only. */
  Placement forClaudeLogin() {
    if (apiKey == ApiKey.KEEP) {
      return this;
    }
    return authorization == null
        ? new Placement(new Token("Bearer"), ApiKey.REMOVE, true)
        : new Placement(authorization, ApiKey.REMOVE, true);
  }
}
