package dev.paddock.terminal;

import dev.paddock.terminal.TerminalEvent.CaretShape;

/**
 * What becomes of control sequences: each one that is known is written anew with explicit numbers
 * inside their range, answered or reported; the rest is dropped.
 *
 * <p>An answer holds our own constants, the screen's size, or a mode's number: never text that the
 * guest chose.
 */
final class ControlSequences {
  private static final String VT220_WITH_COLOUR = "\033[?62;22c";
  private static final String SECONDARY_ATTRIBUTES = "\033[>1;10;0c";
  private static final String READY = "\033[0n";

  private final GateOutput output;
  private final Modes modes;
  private final String version;
  private TerminalSize size;
  private int lastCharacter = ' ';

  ControlSequences(GateOutput output, Modes modes, String version, TerminalSize size) {
    this.output = output;
    this.modes = modes;
    this.version = version;
    this.size = size;
  }

  void resize(TerminalSize newSize) {
    size = newSize;
  }

  /** Remembers what REP would repeat. */
  void printed(int codePoint) {
    lastCharacter = codePoint;
  }

  void apply(ControlSequence s) {
    switch (s.prefix()) {
      case 0 -> {
        switch (s.intermediate()) {
          case 0 -> standard(s);
          case ' ' -> caret(s);
          case '!' -> softReset(s);
          case '$' -> modeQuestion(s, "");
          default -> {}
        }
      }
      case '?' -> {
        switch (s.intermediate()) {
          case 0 -> dec(s);
          case '$' -> modeQuestion(s, "?");
          default -> {}
        }
      }
      case '>' -> {
        if (s.intermediate() == 0) {
          identity(s);
        }
      }
      // The keyboard protocol's CSI < u and CSI = u come here: no widget of ours knows it yet.
      default -> {}
    }
  }

  private void standard(ControlSequence s) {
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
      case 'H', 'f' ->
          output.csi(
              Math.min(s.positive(0), size.rows())
                  + ";"
                  + Math.min(s.positive(1), size.columns())
                  + "H");
      case 'I' -> repeat('\t', Math.min(s.positive(0), size.columns()));
      case 'J' -> choice(s, last, 3);
      case 'K' -> choice(s, last, 2);
      case 'b' -> repeat(lastCharacter, Math.min(s.positive(0), size.columns()));
      case 'c' -> answer(s.value(0, 0) == 0, VT220_WITH_COLOUR);
      case 'g' -> {
        if (s.value(0, 0) == 0 || s.value(0, 0) == 3) {
          output.csi(s.value(0, 0) + "g");
        }
      }
      case 'h', 'l' -> newLineMode(s);
      case 'm' -> rendition(s);
      case 'n' -> status(s);
      case 'r' -> scrollRegion(s);
      case 's' -> cursorStore(s, "7");
      case 'u' -> cursorStore(s, "8");
      case 't' -> answer(s.value(0, 0) == 18, "\033[8;" + size.rows() + ";" + size.columns() + "t");
      default -> {}
    }
  }

  private void count(ControlSequence s, int last) {
    int most = Math.max(size.columns(), size.rows());
    output.csi(Math.min(s.positive(0), most) + Character.toString(last));
  }

  private void choice(ControlSequence s, int last, int highest) {
    int value = s.value(0, 0);
    if (value <= highest) {
      output.csi(value + Character.toString(last));
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
      output.csi(attributes + "m");
    }
  }

  private void newLineMode(ControlSequence s) {
    for (int i = 0; i < s.count(); i++) {
      if (s.value(i, 0) == 20) {
        output.csi("20" + Character.toString(s.finalByte()));
      }
    }
  }

  private void status(ControlSequence s) {
    switch (s.value(0, 0)) {
      case 5 -> output.answer(READY);
      // Only the widget knows where its cursor is.
      case 6 -> output.csi("6n");
      default -> {}
    }
  }

  private void scrollRegion(ControlSequence s) {
    int top = s.positive(0);
    int given = s.value(1, 0);
    int bottom = given == 0 ? size.rows() : Math.min(given, size.rows());
    if (top < bottom) {
      output.csi(top + ";" + bottom + "r");
    }
  }

  private void cursorStore(ControlSequence s, String escape) {
    if (s.count() == 0) {
      output.escape(escape);
    }
  }

  private void dec(ControlSequence s) {
    int last = s.finalByte();
    switch (last) {
      case 'h', 'l' -> {
        for (int i = 0; i < s.count(); i++) {
          mode(s.value(i, 0), last);
        }
      }
      // Nothing is ever protected, so the selective forms erase everything as well.
      case 'J' -> choice(s, last, 2);
      case 'K' -> choice(s, last, 2);
      default -> {}
    }
  }

  private void mode(int number, int last) {
    if (Modes.known(number) && modes.set(number, last == 'h')) {
      output.csi("?" + number + Character.toString(last));
    }
  }

  private void modeQuestion(ControlSequence s, String prefix) {
    if (s.finalByte() != 'p') {
      return;
    }
    int number = s.value(0, 0);
    int state = prefix.isEmpty() || !Modes.known(number) ? 0 : modes.isOn(number) ? 1 : 2;
    output.answer("\033[" + prefix + number + ";" + state + "$y");
  }

  private void identity(ControlSequence s) {
    switch (s.finalByte()) {
      case 'c' -> answer(s.value(0, 0) == 0, SECONDARY_ATTRIBUTES);
      case 'q' -> answer(s.value(0, 0) == 0, "\033P>|Paddock(" + version + ")\033\\");
      default -> {}
    }
  }

  private void caret(ControlSequence s) {
    if (s.finalByte() != 'q') {
      return;
    }
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
  private void softReset(ControlSequence s) {
    if (s.finalByte() == 'p') {
      modes.set(Modes.CARET_VISIBLE, true);
      modes.set(Modes.CURSOR_KEYS, false);
      output.csi("?25h");
      output.csi("?1l");
      output.csi("0m");
      output.escape("(B");
      output.escape("7");
      output.csi("r");
      output.escape("8");
    }
  }

  private void answer(boolean asked, String text) {
    if (asked) {
      output.answer(text);
    }
  }
}
