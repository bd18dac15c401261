package dev.paddock.credential;

import java.util.List;

/** Where a credential of the host comes from. */
@FunctionalInterface
public interface CredentialSource {

  /**
   * The credential as it is now. Called for every request, from any thread: it must be quick, may
   * look at a file's attributes, and must not go to the network.
   */
  CredentialState current();

  /** What the credential may do, never empty; told to the guest's client, so nothing secret. */
  default List<String> scopes() {
    return ClaudeAccount.unknown().scopes();
  }
}
