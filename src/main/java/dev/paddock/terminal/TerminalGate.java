package dev.paddock.terminal;

import java.time.InstantSource;

/**
 * The gate between a guest's program and a widget: passes, rewrites, answers, reports or drops
 * every byte that the program wrote.
 *
 * <p>Reads may be split at any byte without changing the result, memory is constant, and no input
 * makes it throw. One thread feeds it; the pane's state, and the questions about modes, may come
 * from any thread.
 */
public final class TerminalGate {
  private static final int BEL = 0x07;
  private static final int SHIFT_OUT = 0x0E;
  private static final int SHIFT_IN = 0x0F;

  private final GateOutput output;
  private final Modes modes = new Modes();
  private final KeyboardState keyboard = new KeyboardState();
  private final ScreenSequences screen;
  private final ControlSequences sequences;
  private final SystemCommands commands;
  private final Capabilities capabilities;
  private final VtParser parser;
  private final PaneReports reports;

  /**
   * A gate in front of a fresh or reset widget.
   *
   * @param version our version, told to programs that ask: letters, digits, dots and dashes
   * @param clock by which answers are limited
   */
  public TerminalGate(PaneState pane, String version, GateSink sink, InstantSource clock) {
    if (!version.matches("[0-9A-Za-z.-]{1,32}")) {
      throw new IllegalArgumentException("Not a version: " + version);
    }
    output = new GateOutput(sink, clock);
    reports = new PaneReports(pane, modes);
    screen = new ScreenSequences(output, modes, reports::pane);
    var titles = new Titles(output);
    sequences =
        new ControlSequences(
            screen,
            new ModeSequences(output, modes, keyboard),
            new KeyboardSequences(output, keyboard),
            new Questions(output, version, reports::pane),
            titles);
    commands = new SystemCommands(output, titles, new ColourQuestions(output, reports::pane));
    capabilities = new Capabilities(output);
    parser = new VtParser(new Handler());
  }

  /** Takes what the program wrote; the sink has been told all that follows from it on return. */
  public void accept(byte[] bytes, int offset, int length) {
    parser.accept(bytes, offset, length);
    output.flush();
  }

  /**
   * Tells how the pane looks from now on; any thread.
   *
   * @return what the program asked to be told of such a change, to be typed into it; mostly empty
   */
  public byte[] show(PaneState pane) {
    return reports.show(pane);
  }

  /** Leaves the widget as a program should have: its modes off, its colours normal. */
  public void restore() {
    for (int mode : modes.changed()) {
      boolean onAtFirst = !modes.isOn(mode);
      output.csi("?" + mode + (onAtFirst ? "h" : "l"));
    }
    modes.reset();
    keyboard.reset();
    output.frame(false);
    output.escape("]8;;\033\\");
    output.csi("0m");
    output.escape("(B");
    output.flush();
  }

  /** How keys have to be sent now; any thread. */
  public KeyboardModes keyboardModes() {
    return new KeyboardModes(
        modes.isOn(Modes.CURSOR_KEYS),
        modes.isOn(Modes.KEYPAD),
        keyboard.modifyOtherKeys(),
        keyboard.flags());
  }

  /** How the mouse has to be reported now; any thread. */
  public MouseModes mouseModes() {
    var tracking =
        modes.isOn(Modes.MOUSE_MOVES)
            ? MouseModes.Tracking.MOVES
            : modes.isOn(Modes.MOUSE_DRAGS)
                ? MouseModes.Tracking.DRAGS
                : modes.isOn(Modes.MOUSE_BUTTONS)
                    ? MouseModes.Tracking.BUTTONS
                    : MouseModes.Tracking.NONE;
    boolean alternateScroll =
        modes.isOn(Modes.ALTERNATE_SCREEN) && modes.isOn(Modes.ALTERNATE_SCROLL);
    return new MouseModes(tracking, modes.isOn(Modes.MOUSE_SGR), alternateScroll);
  }

  /** Whether the program wants to know where a paste begins and ends. */
  public boolean bracketedPaste() {
    return modes.isOn(Modes.BRACKETED_PASTE);
  }

  private final class Handler implements VtHandler {
    @Override
    public void ascii(byte[] bytes, int from, int to) {
      output.bytes(bytes, from, to);
      screen.printed(bytes[to - 1]);
    }

    @Override
    public void character(int codePoint) {
      if (codePoint < 0xA0) {
        // A C1 control in disguise: JediTermFX would take U+009D for the start of a command.
        return;
      }
      // The widget marks the second half of wide characters with this one.
      int shown = codePoint == 0xE000 ? Utf8.REPLACEMENT : codePoint;
      output.character(shown);
      screen.printed(shown);
    }

    @Override
    public void control(int code) {
      switch (code) {
        case '\b', '\t', '\n', 0x0B, '\f', '\r', SHIFT_OUT, SHIFT_IN -> output.control(code);
        case BEL -> output.report(new TerminalEvent.Bell());
        default -> {}
      }
    }

    @Override
    public void escape(int intermediate, int finalByte) {
      switch (intermediate) {
        case 0 -> plainEscape(finalByte);
        case '(', ')' -> characterSet(intermediate, finalByte);
        case '#' -> {
          if (finalByte == '8') {
            output.escape("#8");
          }
        }
        default -> {}
      }
    }

    private void plainEscape(int finalByte) {
      switch (finalByte) {
        case '7', '8', 'D', 'E', 'H', 'M' -> output.escape(Character.toString(finalByte));
        case '=', '>' -> modes.set(Modes.KEYPAD, finalByte == '=');
        case 'c' -> {
          // The widget forgets these two in its own reset.
          restore();
          output.escape("c");
        }
        default -> {}
      }
    }

    private void characterSet(int slot, int set) {
      var known = set == '0' ? "0" : "B";
      output.escape(Character.toString(slot) + known);
    }

    @Override
    public void control(ControlSequence sequence) {
      sequences.apply(sequence);
    }

    @Override
    public void systemCommand(byte[] content, int length) {
      commands.apply(content, length);
    }

    @Override
    public void deviceControl(byte[] content, int length) {
      capabilities.apply(content, length);
    }
  }
}
