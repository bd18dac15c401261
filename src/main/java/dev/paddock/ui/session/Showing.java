package dev.paddock.ui.session;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;

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
    return switch (status.state()) {
      case PLANNED, STARTING -> STEPS;
      case RUNNING, STOPPING, ENDED, FAILED -> TERMINAL;
    };
  }
}
