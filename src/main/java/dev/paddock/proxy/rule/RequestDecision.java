package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;

/** What becomes of one request to an intercepted host. */
public sealed interface RequestDecision {
  /** Forwarded with the credentials that the client sent, or none. */
  record Pass() implements RequestDecision {}

  /** Forwarded with the host's credential in place of what the client sent. */
  record PutCredential(CredentialKind kind) implements RequestDecision {}

  /** A token refresh, answered here with the session's placeholders. */
  record AnswerRefresh() implements RequestDecision {}

  /** Answered here with this status and reason. */
  record Refuse(int status, String reason) implements RequestDecision {}
}
