package dev.paddock.terminal;

import java.util.Optional;

/** What xterm sends for a key as long as the program chose nothing else. */
final class LegacyKeys {
  private static final String ESC = "\033";
  private static final String CSI = "\033[";
  private static final String SS3 = "\033O";

  private LegacyKeys() {}

  /** Empty where the key types plain text. */
  static Optional<String> encode(KeyStroke stroke, KeyboardModes modes) {
    var modifiers = stroke.modifiers();
    var alt = modifiers.alt() ? ESC : "";
    return switch (stroke.key()) {
      case CHARACTER -> character(stroke);
      // Shift+Enter as Alt+Enter: what Claude Code sets up in other terminals for a line break.
      case ENTER -> Optional.of((modifiers.alt() || modifiers.shift() ? ESC : "") + "\r");
      case TAB -> Optional.of(alt + (modifiers.shift() ? CSI + "Z" : "\t"));
      case BACKSPACE -> Optional.of(alt + (modifiers.control() ? "\b" : "\177"));
      case ESCAPE -> Optional.of(alt + ESC);
      default -> stroke.key().isKeypad() ? keypad(stroke, modes) : function(stroke, modes);
    };
  }

  private static Optional<String> character(KeyStroke stroke) {
    var modifiers = stroke.modifiers();
    if (modifiers.typing()) {
      return Optional.empty();
    }
    if (modifiers.meta()) {
      return Optional.of("");
    }
    int shown = withShift(stroke);
    var character = modifiers.control() ? controlOf(stroke) : Character.toString(shown);
    return Optional.of((modifiers.alt() ? ESC : "") + character);
  }

  private static String controlOf(KeyStroke stroke) {
    int plain = stroke.character().plain();
    // Ctrl+_ needs Shift on most keyboards, where the key alone has no control character.
    return hasControl(plain) ? control(plain) : control(withShift(stroke));
  }

  /** Whether a key has a control character of its own. */
  static boolean hasControl(int character) {
    return !control(character).equals(Character.toString(character));
  }

  /** What the key types with Shift, where that is down. */
  static int withShift(KeyStroke stroke) {
    var typed = stroke.character();
    if (!stroke.modifiers().shift()) {
      return typed.plain();
    }
    return typed.shifted() == 0 ? Character.toUpperCase(typed.plain()) : typed.shifted();
  }

  /** The control character of a key, also of digits as on a DEC keyboard; else itself. */
  private static String control(int character) {
    int code =
        switch (character) {
          case ' ', '2', '@' -> 0;
          case '[', '3' -> 27;
          case '\\', '4' -> 28;
          case ']', '5' -> 29;
          case '6', '^', '~' -> 30;
          case '7', '/', '_' -> 31;
          case '8', '?' -> 127;
          default -> character >= 'a' && character <= 'z' ? character & 0x1F : character;
        };
    return Character.toString(code);
  }

  /**
   * A key of the keypad: while it types characters it is one of those, as in xterm, where Num Lock
   * goes before the application's wish.
   */
  private static Optional<String> keypad(KeyStroke stroke, KeyboardModes modes) {
    var text = stroke.character().text();
    if (stroke.key() == Key.KEYPAD_ENTER && !modes.applicationKeypad()) {
      return Optional.of("\r");
    }
    if (!text.isEmpty() && stroke.modifiers().typing()) {
      return Optional.empty();
    }
    if (!modes.applicationKeypad() || !stroke.modifiers().none()) {
      return Optional.of("");
    }
    return Optional.of(SS3 + stroke.key().application());
  }

  private static Optional<String> function(KeyStroke stroke, KeyboardModes modes) {
    var key = FunctionKey.of(stroke.key());
    int modifiers = stroke.modifiers().code();
    if (modifiers > 1) {
      return Optional.of(CSI + key.number() + ";" + modifiers + key.last());
    }
    if (key.last() == '~') {
      return Optional.of(CSI + key.number() + "~");
    }
    boolean always = key.last() >= 'P';
    return Optional.of((always || modes.applicationCursor() ? SS3 : CSI) + key.last());
  }
}
