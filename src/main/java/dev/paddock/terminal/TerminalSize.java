package dev.paddock.terminal;

/**
 * The size of a terminal, in character cells.
 *
 * @param columns at least 1, at most {@value #MAX}
 * @param rows at least 1, at most {@value #MAX}
 */
public record TerminalSize(int columns, int rows) {
  /** No screen is larger; keeps counts that a guest sends within reason. */
  public static final int MAX = 1_000;

  /** What a program gets while nobody knows better. */
  public static final TerminalSize DEFAULT = new TerminalSize(80, 24);

  /** Brings both into their range. */
  public TerminalSize {
    columns = Math.clamp(columns, 1, MAX);
    rows = Math.clamp(rows, 1, MAX);
  }
}
