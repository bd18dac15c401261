package dev.paddock.terminal;

/** Modes: switched, and asked for. */
final class ModeSequences {
  private static final int LINE_FEED = 20;

  private final GateOutput output;
  private final Modes modes;
  private final KeyboardState keyboard;

  ModeSequences(GateOutput output, Modes modes, KeyboardState keyboard) {
    this.output = output;
    this.modes = modes;
    this.keyboard = keyboard;
  }

  /** CSI n h and l. */
  void standard(ControlSequence s) {
    for (int i = 0; i < s.count(); i++) {
      if (s.value(i, 0) == LINE_FEED) {
        output.csi("20" + Character.toString(s.finalByte()));
      }
    }
  }

  /** CSI ? n h and l. */
  void dec(ControlSequence s) {
    for (int i = 0; i < s.count(); i++) {
      int mode = s.value(i, 0);
      if (Modes.known(mode)) {
        switchTo(mode, s.finalByte() == 'h');
      }
    }
  }

  /** DECRQM. */
  void question(ControlSequence s) {
    int mode = s.value(0, 0);
    switch (s.prefix()) {
      case 0 -> output.answer("\033[" + mode + ";0$y");
      case '?' -> {
        int state = !Modes.known(mode) ? 0 : modes.isOn(mode) ? 1 : 2;
        output.answer("\033[?" + mode + ";" + state + "$y");
      }
      default -> {}
    }
  }

  private void switchTo(int mode, boolean on) {
    if (mode == Modes.FRAME) {
      output.frame(on);
    }
    if (modes.set(mode, on)) {
      output.csi("?" + mode + (on ? "h" : "l"));
    }
    keyboard.screen(modes.isOn(Modes.ALTERNATE_SCREEN));
  }
}
