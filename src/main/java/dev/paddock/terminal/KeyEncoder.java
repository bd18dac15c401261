package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What xterm sends for a key, in its legacy form. */
public final class KeyEncoder {
  private static final String ESC = "\033";

  private KeyEncoder() {}

  /**
   * The bytes of a key.
   *
   * @param applicationCursor whether arrows have to be sent in their application form
   * @return nothing where the key types plain text, which comes as a text event
   */
  public static Optional<byte[]> encode(KeyStroke stroke, boolean applicationCursor) {
    return text(stroke, applicationCursor).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> text(KeyStroke stroke, boolean applicationCursor) {
    return switch (stroke.key()) {
      case CHARACTER -> character(stroke);
      // Shift+Enter as Alt+Enter: what Claude Code sets up in other terminals for a line break.
      case ENTER -> Optional.of((stroke.alt() || stroke.shift() ? ESC : "") + "\r");
      case TAB -> Optional.of(stroke.shift() ? ESC + "[Z" : alt(stroke) + "\t");
      case BACKSPACE -> Optional.of(alt(stroke) + (stroke.control() ? "\b" : "\177"));
      case ESCAPE -> Optional.of(alt(stroke) + ESC);
      case UP -> cursor(stroke, 'A', applicationCursor);
      case DOWN -> cursor(stroke, 'B', applicationCursor);
      case RIGHT -> cursor(stroke, 'C', applicationCursor);
      case LEFT -> cursor(stroke, 'D', applicationCursor);
      case HOME -> cursor(stroke, 'H', applicationCursor);
      case END -> cursor(stroke, 'F', applicationCursor);
      case F1 -> cursor(stroke, 'P', true);
      case F2 -> cursor(stroke, 'Q', true);
      case F3 -> cursor(stroke, 'R', true);
      case F4 -> cursor(stroke, 'S', true);
      case INSERT -> numbered(stroke, 2);
      case DELETE -> numbered(stroke, 3);
      case PAGE_UP -> numbered(stroke, 5);
      case PAGE_DOWN -> numbered(stroke, 6);
      case F5 -> numbered(stroke, 15);
      case F6 -> numbered(stroke, 17);
      case F7 -> numbered(stroke, 18);
      case F8 -> numbered(stroke, 19);
      case F9 -> numbered(stroke, 20);
      case F10 -> numbered(stroke, 21);
      case F11 -> numbered(stroke, 23);
      case F12 -> numbered(stroke, 24);
    };
  }

  private static Optional<String> character(KeyStroke stroke) {
    if (stroke.control()) {
      return control(stroke.character()).map(c -> alt(stroke) + c);
    }
    if (stroke.alt()) {
      int typed = stroke.shift() ? Character.toUpperCase(stroke.character()) : stroke.character();
      return Optional.of(ESC + Character.toString(typed));
    }
    return Optional.empty();
  }

  /** The control character of a key, also of digits as on a DEC keyboard. */
  private static Optional<String> control(int character) {
    if (character >= 'a' && character <= 'z') {
      return Optional.of(Character.toString(character & 0x1F));
    }
    return switch (character) {
      case ' ', '2', '@' -> Optional.of("\0");
      case '[', '3' -> Optional.of(ESC);
      case '\\', '4' -> Optional.of("\034");
      case ']', '5' -> Optional.of("\035");
      case '6', '^' -> Optional.of("\036");
      case '7', '/', '-', '_' -> Optional.of("\037");
      case '8' -> Optional.of("\177");
      default -> Optional.empty();
    };
  }

  private static Optional<String> cursor(KeyStroke stroke, char last, boolean application) {
    int modifiers = modifiers(stroke);
    if (modifiers > 1) {
      return Optional.of(ESC + "[1;" + modifiers + last);
    }
    return Optional.of(ESC + (application ? "O" : "[") + last);
  }

  private static Optional<String> numbered(KeyStroke stroke, int number) {
    int modifiers = modifiers(stroke);
    return Optional.of(ESC + "[" + number + (modifiers > 1 ? ";" + modifiers : "") + "~");
  }

  private static int modifiers(KeyStroke stroke) {
    return 1 + (stroke.shift() ? 1 : 0) + (stroke.alt() ? 2 : 0) + (stroke.control() ? 4 : 0);
  }

  private static String alt(KeyStroke stroke) {
    return stroke.alt() ? ESC : "";
  }
}
