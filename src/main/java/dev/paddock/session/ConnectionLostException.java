package dev.paddock.session;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** The VM ended, or could not be reached any more, while the agent worked. */
public final class ConnectionLostException extends ExplainedException {

  ConnectionLostException(SessionId id) {
    super("the connection to " + id + " was lost");
  }

  @Override
  public UserError explain() {
    return new UserError(
        "The connection to the VM was lost.",
        "It crashed, was shut down from inside, or was stopped by somebody else.",
        "The files in your project are as the agent left them; start again to go on.",
        ExitCode.LOST);
  }
}
