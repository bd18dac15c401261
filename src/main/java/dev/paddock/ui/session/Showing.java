package dev.paddock.ui.session;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.StepName;
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
    return status.state() == SessionState.RUNNING || agentStarted(status) ? TERMINAL : STEPS;
  }

  private static boolean agentStarted(SessionStatus status) {
    return status.steps().stream()
        .anyMatch(
            step -> step.name() == StepName.AGENT && step.phase() != StepProgress.Phase.WAITING);
  }
}
