package dev.paddock.terminal;

import dev.paddock.terminal.MouseModes.Tracking;
import java.nio.charset.StandardCharsets;

/** What is sent for the mouse, in the form that the program chose. */
public final class MouseEncoder {
  private static final int MOTION = 32;
  private static final int NO_BUTTON = 3;

  /** The most that fits into a byte after 32. */
  private static final int LAST_BYTE = 223;

  private MouseEncoder() {}

  /**
   * What the mouse did.
   *
   * @param column from 1
   * @param row from 1
   */
  public record Action(
      Kind kind, Button button, KeyStroke.Modifiers modifiers, int column, int row) {}

  /** The kinds of actions. */
  public enum Kind {
    /** A button went down, or the wheel turned by a step. */
    PRESS,
    /** A button went up. */
    RELEASE,
    /** It moved, with the button down if there is one. */
    MOVE
  }

  /** The buttons, with the numbers that they have on the line. */
  public enum Button {
    /** The left one. */
    LEFT(0),
    /** The middle one. */
    MIDDLE(1),
    /** The right one. */
    RIGHT(2),
    /** None is down. */
    NONE(NO_BUTTON),
    /** The wheel, away from the person. */
    WHEEL_UP(64),
    /** The wheel, towards the person. */
    WHEEL_DOWN(65);

    private final int code;

    Button(int code) {
      this.code = code;
    }
  }

  /** The bytes of an action; none where the program does not want to know, or could not read it. */
  public static byte[] encode(Action action, MouseModes modes) {
    if (!wanted(action, modes.tracking())) {
      return new byte[0];
    }
    int code =
        action.button().code
            | (action.kind() == Kind.MOVE ? MOTION : 0)
            | (action.modifiers().shift() ? 4 : 0)
            | (action.modifiers().alt() ? 8 : 0)
            | (action.modifiers().control() ? 16 : 0);
    if (modes.sgr()) {
      char last = action.kind() == Kind.RELEASE ? 'm' : 'M';
      return ("\033[<" + code + ";" + action.column() + ";" + action.row() + last)
          .getBytes(StandardCharsets.US_ASCII);
    }
    if (action.column() > LAST_BYTE || action.row() > LAST_BYTE) {
      return new byte[0];
    }
    int told = action.kind() == Kind.RELEASE ? code | NO_BUTTON : code;
    return new byte[] {
      0x1B, '[', 'M', (byte) (32 + told), (byte) (32 + action.column()), (byte) (32 + action.row())
    };
  }

  private static boolean wanted(Action action, Tracking tracking) {
    return switch (tracking) {
      case NONE -> false;
      case BUTTONS -> action.kind() != Kind.MOVE;
      case DRAGS -> action.kind() != Kind.MOVE || action.button() != Button.NONE;
      case MOVES -> true;
    };
  }
}
