package dev.paddock.terminal;

import java.util.function.Supplier;

/**
 * What programs ask about their terminal. An answer holds our own constants, sizes and colours:
 * never text that the guest chose.
 */
final class Questions {
  private static final String VT220_WITH_COLOUR = "\033[?62;22c";
  private static final String SECONDARY_ATTRIBUTES = "\033[>1;10;0c";
  private static final String READY = "\033[0n";
  private static final int COLOUR_SCHEME = 996;

  private final GateOutput output;
  private final String version;
  private final Supplier<PaneState> pane;

  Questions(GateOutput output, String version, Supplier<PaneState> pane) {
    this.output = output;
    this.version = version;
    this.pane = pane;
  }

  /** CSI c, n and t. */
  void standard(ControlSequence s) {
    switch (s.finalByte()) {
      case 'c' -> answer(s.value(0, 0) == 0, VT220_WITH_COLOUR);
      case 'n' -> {
        switch (s.value(0, 0)) {
          case 5 -> output.answer(READY);
          case 6 -> output.askPosition();
          default -> {}
        }
      }
      case 't' -> size(s.value(0, 0));
      default -> {}
    }
  }

  /** CSI ? n. */
  void dec(ControlSequence s) {
    answer(s.value(0, 0) == COLOUR_SCHEME, schemeReport(pane.get().colours()));
  }

  /** CSI > c and q. */
  void identity(ControlSequence s) {
    switch (s.finalByte()) {
      case 'c' -> answer(s.value(0, 0) == 0, SECONDARY_ATTRIBUTES);
      case 'q' -> answer(s.value(0, 0) == 0, "\033P>|Paddock(" + version + ")\033\\");
      default -> {}
    }
  }

  /** What a program is told of a theme. */
  static String schemeReport(PaneColours colours) {
    return colours.dark() ? "\033[?997;1n" : "\033[?997;2n";
  }

  private void size(int what) {
    var size = pane.get().size();
    var cell = pane.get().cell();
    switch (what) {
      case 14 ->
          output.answer(
              "\033[4;" + size.rows() * cell.height() + ";" + size.columns() * cell.width() + "t");
      case 16 -> output.answer("\033[6;" + cell.height() + ";" + cell.width() + "t");
      case 18 -> output.answer("\033[8;" + size.rows() + ";" + size.columns() + "t");
      default -> {}
    }
  }

  private void answer(boolean asked, String text) {
    if (asked) {
      output.answer(text);
    }
  }
}
