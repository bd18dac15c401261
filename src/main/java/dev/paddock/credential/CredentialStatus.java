package dev.paddock.credential;

/**
 * What the host has of a credential, without its value.
 *
 * @param kind which
 * @param state whether it can be used
 * @param text one sentence for a person: where it is from, what is wrong with it
 */
public record CredentialStatus(CredentialKind kind, State state, String text) {
  /** Whether a credential can be used. */
  public enum State {
    /** There, and valid as far as its dates say. */
    PRESENT,
    /** None on this host. */
    ABSENT,
    /** There, but its time is over. */
    EXPIRED,
    /** There, but it cannot be read or understood. */
    BROKEN
  }
}
