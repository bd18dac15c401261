package dev.paddock.terminal;

import java.util.List;

/**
 * The colours of a pane's theme, each as 0xRRGGBB.
 *
 * @param cursor of the caret
 * @param palette the sixteen colours that programs call by number
 * @param dark whether the theme is a dark one
 */
public record PaneColours(
    int foreground, int background, int cursor, List<Integer> palette, boolean dark) {
  private static final int NAMED = 16;
  private static final int CUBE = 216;

  /** Checks that there are sixteen colours. */
  public PaneColours {
    palette = List.copyOf(palette);
    if (palette.size() != NAMED) {
      throw new IllegalArgumentException("Not sixteen colours: " + palette.size());
    }
  }

  /** A colour by its number from 0 to 255: the palette, then xterm's cube and greys. */
  int indexed(int number) {
    if (number < NAMED) {
      return palette.get(number);
    }
    int rest = number - NAMED;
    if (rest < CUBE) {
      return level(rest / 36) << 16 | level(rest / 6 % 6) << 8 | level(rest % 6);
    }
    return (8 + 10 * (rest - CUBE)) * 0x010101;
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
  }
}
