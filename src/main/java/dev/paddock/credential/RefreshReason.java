package dev.paddock.credential;

/** Why a token has to be renewed. */
public sealed interface RefreshReason {

  /** It has ended, or ends within minutes. */
  record Ending() implements RefreshReason {}

  /**
   * The provider answered 401 to it.
   *
   * @param token the one that was sent; stays the caller's, who may close it after the call
   */
  record Refused(Secret token) implements RefreshReason {}
}
