package dev.paddock.terminal;

/**
 * The sequences of keys that type no text: CSI number ; modifiers and a last letter, where the
 * number 1 is left out with the modifiers.
 *
 * @param number of the key
 * @param last the final byte: a letter of the key's own, {@code ~}, or {@code u}
 */
record FunctionKey(int number, char last) {

  /** How xterm sends a key. */
  static FunctionKey of(Key key) {
    return switch (key) {
      case UP -> letter('A');
      case DOWN -> letter('B');
      case RIGHT -> letter('C');
      case LEFT -> letter('D');
      case HOME -> letter('H');
      case END -> letter('F');
      case F1 -> letter('P');
      case F2 -> letter('Q');
      case F3 -> letter('R');
      case F4 -> letter('S');
      case INSERT -> tilde(2);
      case DELETE -> tilde(3);
      case PAGE_UP -> tilde(5);
      case PAGE_DOWN -> tilde(6);
      case F5 -> tilde(15);
      case F6 -> tilde(17);
      case F7 -> tilde(18);
      case F8 -> tilde(19);
      case F9 -> tilde(20);
      case F10 -> tilde(21);
      case F11 -> tilde(23);
      case F12 -> tilde(24);
      case MENU -> tilde(29);
      default -> throw new IllegalArgumentException(key.name());
    };
  }

  /** How kitty's protocol sends a key that is not a character. */
  static FunctionKey kitty(Key key) {
    return switch (key) {
      case ESCAPE -> unicode(27);
      case ENTER -> unicode(13);
      case TAB -> unicode(9);
      case BACKSPACE -> unicode(127);
      // With the letter R it would look like a report of the cursor's position.
      case F3 -> tilde(13);
      case MENU -> unicode(57_363);
      case CAPS_LOCK -> unicode(57_358);
      case SHIFT -> unicode(57_441);
      case CONTROL -> unicode(57_442);
      case ALT -> unicode(57_443);
      case META -> unicode(57_444);
      default -> key.isKeypad() ? unicode(key.kitty()) : of(key);
    };
  }

  private static FunctionKey letter(char last) {
    return new FunctionKey(1, last);
  }

  private static FunctionKey tilde(int number) {
    return new FunctionKey(number, '~');
  }

  private static FunctionKey unicode(int number) {
    return new FunctionKey(number, 'u');
  }
}
