package dev.paddock.credential;

import org.jspecify.annotations.Nullable;

/**
 * What Codex's ChatGPT login says besides its tokens; nothing of it is secret, and Codex in a VM
 * needs it to accept a placeholder.
 *
 * @param accountId the ChatGPT workspace, checked by Codex at every start; or null
 * @param userId or null
 * @param planType such as {@code plus}, or null
 * @param email or null
 */
public record CodexAccount(
    @Nullable String accountId,
    @Nullable String userId,
    @Nullable String planType,
    @Nullable String email) {

  /** An account that nothing is known of. */
  public static CodexAccount unknown() {
    return new CodexAccount(null, null, null, null);
  }

  /** The same with this account id, where there is one. */
  CodexAccount in(@Nullable String account) {
    return account == null ? this : new CodexAccount(account, userId, planType, email);
  }
}
