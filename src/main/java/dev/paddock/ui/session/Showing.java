package dev.paddock.ui.session;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.StepProgress;

/** What the middle of a session's screen shows. */
enum Showing {
  /** The steps of the start. */
  STEPS,
  /** The agent's terminal. */
  TERMINAL,
  /** Why it failed. */
  FAILURE;

  static Showing of(SessionStatus status) {
    if (status.failure().isPresent() || status.state() == SessionState.FAILED) {
      return FAILURE;
    }
    return agentStarted(status) ? TERMINAL : STEPS;
  }

  /** Whether there is a terminal to look at: the agent comes right after the last step. */
  static boolean agentStarted(SessionStatus status) {
    return status.state() == SessionState.RUNNING
        || status.steps().stream().allMatch(s -> s.phase() == StepProgress.Phase.DONE);
  }
}
