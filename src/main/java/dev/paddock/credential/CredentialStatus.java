package dev.paddock.credential;

/**
 * What the host has of a credential, without its value.
 *
 * @param kind which
 * @param state whether it can be used
 * @param text one sentence for a person: where it is from, what is wrong with it
 */
public record CredentialStatus(CredentialKind kind, State state, String text) {
  /** What a source has, without its value; waits until that was read once. */
  public static CredentialStatus of(CredentialKind kind, CredentialSource source) {
    source.firstRead().join();
    try (var current = source.current()) {
      var state =
          switch (current) {
            case CredentialState.Present p -> State.PRESENT;
            case CredentialState.Absent a -> State.ABSENT;
            case CredentialState.Expired e -> State.EXPIRED;
            case CredentialState.Unreadable u -> State.BROKEN;
            case CredentialState.Malformed m -> State.BROKEN;
          };
      return new CredentialStatus(kind, state, current.summary());
    }
  }

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
