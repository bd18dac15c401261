package dev.paddock.ui.kit;

import java.time.Duration;

/**
 * A step of something long.
 *
 * @param id unique in its list; becomes part of the row's id
 * @param title what is done, safe to show
 * @param mark how far it is
 * @param took its time so far
 * @param detail what it is doing just now, one line, safe to show; may be empty
 */
public record ProgressItem(String id, String title, Mark mark, Duration took, String detail) {
  /** How far a step is. */
  public enum Mark {
    /** Not begun. */
    WAITING,
    /** Under way. */
    ACTIVE,
    /** Done. */
    DONE,
    /** Failed. */
    FAILED
  }
}
