package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialState;
import dev.paddock.proxy.rule.CredentialUse;

/** What the host has for a request that is to get a credential. */
sealed interface HostCredential {
  /** The credential; the caller closes it. */
  record Ready(CredentialState.Present present) implements HostCredential {}

  /** Nobody has signed in on the host, but the user's own proxy may know the credential. */
  record KnownUpstream() implements HostCredential {}

  /** None that can be used; the guest is told nothing of the host's files. */
  record Missing(String forPerson, String forGuest) implements HostCredential {

    /** Never a 4xx: clients answer that by wiping their login. */
    LocalAnswer answer(CredentialKind kind) {
      return LocalAnswer.lastingApiError(503, forGuest + "; " + kind.remedy());
    }
  }

  /**
   * What a source's state comes to.
   *
   * @param state of the use's source
   * @param throughAiProxy whether requests with it go through the user's own proxy, this one or
   *     those that follow a refresh
   */
  static HostCredential of(CredentialState state, CredentialUse use, boolean throughAiProxy) {
    return switch (state) {
      case CredentialState.Present present -> new Ready(present);
      case CredentialState.Absent absent when throughAiProxy -> new KnownUpstream();
      case CredentialState.Absent absent ->
          new Missing(absent.summary(), "nobody is signed in on the host");
      case CredentialState.Expired expired ->
          new Missing(expired.summary(), "the login on the host has expired");
      case CredentialState.Unreadable unreadable ->
          new Missing(unreadable.summary(), "the login on the host cannot be read");
      case CredentialState.Malformed malformed ->
          new Missing(malformed.summary(), "the login on the host is damaged");
    };
  }

  /** What a session has that has no source for this use. */
  static Missing missing(CredentialUse use) {
    return new Missing(
        "This session has no " + use.kind().label() + ".",
        "the session has no " + use.kind().label());
  }
}
