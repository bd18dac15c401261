package dev.paddock.terminal;

/**
 * What a program may learn of the pane that shows it.
 *
 * @param size in cells
 * @param cell the size of one
 * @param focused whether keys go to the pane
 */
public record PaneState(TerminalSize size, PaneColours colours, CellSize cell, boolean focused) {

  /**
   * The size of a cell, in pixels.
   *
   * @param width at least 1
   * @param height at least 1
   */
  public record CellSize(int width, int height) {
    /** Brings both into their range. */
    public CellSize {
      width = Math.clamp(width, 1, 1_000);
      height = Math.clamp(height, 1, 1_000);
    }
  }

  /** The same pane with another size. */
  public PaneState with(TerminalSize newSize) {
    return new PaneState(newSize, colours, cell, focused);
  }

  /** The same pane in another theme. */
  public PaneState with(PaneColours newColours) {
    return new PaneState(size, newColours, cell, focused);
  }

  /** The same pane with cells of another size. */
  public PaneState with(CellSize newCell) {
    return new PaneState(size, colours, newCell, focused);
  }

  /** The same pane with or without the focus. */
  public PaneState withFocus(boolean has) {
    return new PaneState(size, colours, cell, has);
  }
}
