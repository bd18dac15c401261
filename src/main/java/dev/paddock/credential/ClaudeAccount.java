package dev.paddock.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Claude Code's login says besides its tokens; nothing of it is secret.
 *
 * @param scopes what the login may do, may be empty
 * @param subscriptionType such as {@code max}, or null
 * @param rateLimitTier or null
 */
public record ClaudeAccount(
    List<String> scopes, @Nullable String subscriptionType, @Nullable String rateLimitTier) {
  private static final List<String> USUAL_SCOPES =
      List.of("user:inference", "user:profile", "user:sessions:claude_code", "user:mcp_servers");

  /** An account that nothing is known of: the scopes that Claude Code asks for. */
  public static ClaudeAccount unknown() {
    return new ClaudeAccount(USUAL_SCOPES, null, null);
  }

  /** Copies the list, and takes the usual scopes where it is empty. */
  public ClaudeAccount {
    scopes = scopes.isEmpty() ? USUAL_SCOPES : List.copyOf(scopes);
  }
}
