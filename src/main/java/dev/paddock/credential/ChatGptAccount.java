package dev.paddock.credential;

import org.jspecify.annotations.Nullable;

/**
 * What a ChatGPT login says besides its tokens; nothing of it is secret. Codex compares the id with
 * what the service says, so a placeholder must carry the real one.
 *
 * @param accountId of the account or workspace
 * @param planType such as {@code plus}, or null
 * @param email or null
 */
public record ChatGptAccount(String accountId, @Nullable String planType, @Nullable String email) {

  /** An account that nothing is known of. */
  public static ChatGptAccount unknown() {
    return new ChatGptAccount("00000000-0000-4000-8000-000000000000", null, null);
  }
}
