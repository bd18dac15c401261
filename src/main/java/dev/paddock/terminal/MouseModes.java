package dev.paddock.terminal;

/**
 * How a program wants to be told of the mouse.
 *
 * @param sgr whether in decimal numbers (1006), else in single bytes up to column and row 223
 * @param alternateScroll whether the wheel should press arrow keys while nothing is tracked
 */
public record MouseModes(Tracking tracking, boolean sgr, boolean alternateScroll) {
  /** What a program wants to know. */
  public enum Tracking {
    /** Nothing: the mouse belongs to the pane. */
    NONE,
    /** Presses, releases and the wheel (1000). */
    BUTTONS,
    /** Also moves with a button down (1002). */
    DRAGS,
    /** All moves (1003). */
    MOVES
  }

  /** Nothing is reported. */
  public static final MouseModes NONE = new MouseModes(Tracking.NONE, false, false);
}
