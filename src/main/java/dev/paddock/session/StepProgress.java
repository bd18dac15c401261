package dev.paddock.session;

import java.time.Duration;

/**
 * One step as a person sees it.
 *
 * @param name which
 * @param phase how far it is
 * @param took its time so far, zero while waiting
 * @param detail what it is doing just now, one line, safe to show; may be empty
 */
public record StepProgress(StepName name, Phase phase, Duration took, String detail) {
  /** How far a step is. */
  public enum Phase {
    /** Not begun. */
    WAITING,
    /** Under way. */
    ACTIVE,
    /** Done. */
    DONE,
    /** Failed. */
    FAILED
  }

  /** Whether nothing more comes of it. */
  boolean over() {
    return phase == Phase.DONE || phase == Phase.FAILED;
  }

  static StepProgress waiting(StepName name) {
    return new StepProgress(name, Phase.WAITING, Duration.ZERO, "");
  }
}
