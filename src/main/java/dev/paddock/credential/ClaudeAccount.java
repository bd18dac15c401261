package dev.paddock.credential;

import java.util.List;

/**
 * What Claude Code's login says besides its tokens; nothing of it is secret.
 *
 * @param scopes what the login may do, may be empty
 */
public record ClaudeAccount(List<String> scopes) {
  private static final List<String> USUAL_SCOPES =
      List.of("user:inference", "user:profile", "user:sessions:claude_code", "user:mcp_servers");

  /** An account that nothing is known of: the scopes that Claude Code asks for. */
  public static ClaudeAccount unknown() {
    return new ClaudeAccount(USUAL_SCOPES);
  }

  /** Copies the list, and takes the usual scopes where it is empty. */
  public ClaudeAccount {
    scopes = scopes.isEmpty() ? USUAL_SCOPES : List.copyOf(scopes);
  }
}
