package dev.paddock.session;

import java.util.Set;

/** The life of a session; each state knows which may follow. */
public enum SessionState {
  /** Decided, nothing done. */
  PLANNED,
  /** Its steps are being carried out. */
  STARTING,
  /** The agent runs. */
  RUNNING,
  /** Being taken down, by a person, by the agent's end, or after a failure. */
  STOPPING,
  /** Gone, nothing left behind; the agent's exit code is known unless it was stopped before. */
  ENDED,
  /** Gone after something failed; the reason is known. */
  FAILED;

  /** Whether a session may go from this state to that. */
  public boolean mayBecome(SessionState next) {
    return following().contains(next);
  }

  /** Whether nothing follows. */
  public boolean isFinal() {
    return following().isEmpty();
  }

  private Set<SessionState> following() {
    return switch (this) {
      case PLANNED -> Set.of(STARTING);
      case STARTING -> Set.of(RUNNING, STOPPING);
      case RUNNING -> Set.of(STOPPING);
      case STOPPING -> Set.of(ENDED, FAILED);
      case ENDED, FAILED -> Set.of();
    };
  }
}
