package dev.paddock.terminal;

import dev.paddock.terminal.TerminalEvent.CaretShape;
import java.util.function.Supplier;

/** What changes the screen: cursor, text, attributes. Counts and positions are cut to its size. */
final class ScreenSequences {
  private final GateOutput output;
  private final Modes modes;
  private final Supplier<PaneState> pane;
  private int lastCharacter = ' ';

  ScreenSequences(GateOutput output, Modes modes, Supplier<PaneState> pane) {
    this.output = output;
    this.modes = modes;
    this.pane = pane;
  }

  /** Remembers what REP would repeat. */
  void printed(int codePoint) {
    lastCharacter = codePoint;
  }

  void apply(ControlSequence s) {
    int last = s.finalByte();
    switch (last) {
      case '@', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'L', 'M', 'P', 'S', 'X', 'd', '`' ->
          count(s, last);
      case 'a' -> count(s, 'C');
      case 'e' -> count(s, 'B');
      case 'T' -> {
        // With more numbers it is mouse highlighting.
        if (s.count() <= 1) {
          count(s, last);
        }
      }
      case 'H', 'f' -> position(s);
      case 'I' -> repeat('\t', Math.min(s.positive(0), size().columns()));
      case 'J' -> choice(s, last, 3);
      case 'K' -> choice(s, last, 2);
      case 'b' -> repeat(lastCharacter, Math.min(s.positive(0), size().columns()));
      case 'g' -> {
        if (s.value(0, 0) == 0 || s.value(0, 0) == 3) {
          output.csi(s.value(0, 0) + "g");
        }
      }
      case 'm' -> rendition(s);
      case 'r' -> scrollRegion(s);
      case 's' -> cursorStore(s, "7");
      case 'u' -> cursorStore(s, "8");
      default -> {}
    }
  }

  /** CSI ? J and K: nothing is ever protected, so the selective forms erase everything as well. */
  void selective(ControlSequence s) {
    switch (s.finalByte()) {
      case 'J', 'K' -> choice(s, s.finalByte(), 2);
      default -> {}
    }
  }

  void caret(ControlSequence s) {
    int style = s.value(0, 0);
    var shape =
        switch (style) {
          case 3, 4 -> CaretShape.UNDERLINE;
          case 5, 6 -> CaretShape.BAR;
          default -> CaretShape.BLOCK;
        };
    output.report(new TerminalEvent.Caret(shape, style == 0 || style % 2 == 1));
  }

  /** Spelt out, because the widget's own soft reset clears the screen. */
  void softReset() {
    modes.set(Modes.CARET_VISIBLE, true);
    modes.set(Modes.CURSOR_KEYS, false);
    modes.set(Modes.KEYPAD, false);
    output.csi("?25h");
    output.csi("0m");
    output.escape("(B");
    output.escape("7");
    output.csi("r");
    output.escape("8");
  }

  private TerminalSize size() {
    return pane.get().size();
  }

  private void count(ControlSequence s, int last) {
    int most = Math.max(size().columns(), size().rows());
    output.csi(Math.min(s.positive(0), most), last);
  }

  private void position(ControlSequence s) {
    output.csi(
        Math.min(s.positive(0), size().rows()), Math.min(s.positive(1), size().columns()), 'H');
  }

  private void choice(ControlSequence s, int last, int highest) {
    int value = s.value(0, 0);
    if (value <= highest) {
      output.csi(value, last);
    }
  }

  private void repeat(int codePoint, int times) {
    for (int i = 0; i < times; i++) {
      output.character(codePoint);
    }
  }

  private void rendition(ControlSequence s) {
    var attributes = Rendition.plain(s);
    if (!attributes.isEmpty()) {
      output.csi(attributes, 'm');
    }
  }

  private void scrollRegion(ControlSequence s) {
    int top = s.positive(0);
    int given = s.value(1, 0);
    int bottom = given == 0 ? size().rows() : Math.min(given, size().rows());
    if (top < bottom) {
      output.csi(top, bottom, 'r');
    }
  }

  private void cursorStore(ControlSequence s, String escape) {
    if (s.count() == 0) {
      output.escape(escape);
    }
  }
}
