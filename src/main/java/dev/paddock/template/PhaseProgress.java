package dev.paddock.template;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One phase of a build as a person sees it.
 *
 * @param phase which
 * @param state how far it is
 * @param took its time so far, zero while waiting
 * @param percent where it is known how much is done
 * @param detail what it is doing just now, one line, safe to show; may be empty
 */
public record PhaseProgress(
    BuildPhase phase, State state, Duration took, OptionalInt percent, String detail) {
  /** How far a phase is. */
  public enum State {
    /** Not begun. */
    WAITING,
    /** Under way. */
    ACTIVE,
    /** Done. */
    DONE,
    /** Nothing was to be done. */
    SKIPPED,
    /** Failed, or cancelled. */
    FAILED
  }

  static PhaseProgress waiting(BuildPhase phase) {
    return new PhaseProgress(phase, State.WAITING, Duration.ZERO, OptionalInt.empty(), "");
  }
}
