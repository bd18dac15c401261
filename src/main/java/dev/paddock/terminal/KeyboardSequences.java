package dev.paddock.terminal;

/** How a program chooses the form of its keys: kitty's flags and xterm's modifyOtherKeys. */
final class KeyboardSequences {
  private static final int OTHER_KEYS = 4;

  private final GateOutput output;
  private final KeyboardState state;

  KeyboardSequences(GateOutput output, KeyboardState state) {
    this.output = output;
    this.state = state;
  }

  /** CSI ? u and CSI ? 4 m. */
  void question(ControlSequence s) {
    if (s.finalByte() == 'u') {
      output.answer("\033[?" + state.flags() + "u");
    } else if (s.value(0, 0) == OTHER_KEYS) {
      output.answer("\033[>4;" + state.modifyOtherKeys() + "m");
    }
  }

  /** CSI > flags u, CSI > 4 ; level m, CSI > 4 n. */
  void more(ControlSequence s) {
    switch (s.finalByte()) {
      case 'u' -> state.push(s.value(0, 0));
      case 'm' -> {
        if (s.count() == 0 || s.value(0, 0) == OTHER_KEYS) {
          state.modifyOtherKeys(s.value(1, 0));
        }
      }
      case 'n' -> {
        if (s.value(0, 0) == OTHER_KEYS) {
          state.modifyOtherKeys(0);
        }
      }
      default -> {}
    }
  }

  /** CSI &lt; count u, CSI = flags ; how u. */
  void change(ControlSequence s) {
    if (s.prefix() == '<') {
      state.pop(s.positive(0));
    } else {
      state.change(s.value(0, 0), s.value(1, 1));
    }
  }
}
