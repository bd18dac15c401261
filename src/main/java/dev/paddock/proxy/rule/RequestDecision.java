package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;

/** What becomes of one request. */
public sealed interface RequestDecision {
  /** Forwarded with the credentials that the client sent, or none. */
  record Pass() implements RequestDecision {}

  /** Forwarded with one of the host's credentials in the place of its placeholder. */
  record Put(CredentialUse credential, Placement placement) implements RequestDecision {}

  /** Forwarded without the placeholder that stands there. */
  record Anonymous(Placement placement) implements RequestDecision {}

  /**
   * A refresh of this login, answered here with the session's placeholders; where the body says
   * that it is one of the guest's own ({@link RefreshOwner}) it is forwarded instead.
   */
  record AnswerRefresh(CredentialKind kind) implements RequestDecision {}

  /** Answered here with this status and reason. */
  record Refuse(int status, String reason) implements RequestDecision {}
}
