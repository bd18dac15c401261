package dev.paddock.session;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** The process of a session does not take requests. */
public final class NotAnsweringException extends ExplainedException {
  private final SessionId id;

  NotAnsweringException(SessionId id) {
    super(id + " does not answer");
    this.id = id;
  }

  @Override
  public UserError explain() {
    return new UserError(
        "The session " + id + " does not answer.",
        "It is just starting or ending, or its process hangs.",
        "Try again; 'paddock list' cleans up after a process that has ended.",
        ExitCode.UNAVAILABLE);
  }
}
