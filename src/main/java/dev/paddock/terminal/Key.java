package dev.paddock.terminal;

/** The keys of a terminal. */
public enum Key {
  /** A key that types a character. */
  CHARACTER,
  ENTER,
  TAB,
  BACKSPACE,
  ESCAPE,
  UP,
  DOWN,
  RIGHT,
  LEFT,
  HOME,
  END,
  INSERT,
  DELETE,
  PAGE_UP,
  PAGE_DOWN,
  F1,
  F2,
  F3,
  F4,
  F5,
  F6,
  F7,
  F8,
  F9,
  F10,
  F11,
  F12,
  MENU,
  KEYPAD_0(57_399, 'p'),
  KEYPAD_1(57_400, 'q'),
  KEYPAD_2(57_401, 'r'),
  KEYPAD_3(57_402, 's'),
  KEYPAD_4(57_403, 't'),
  KEYPAD_5(57_404, 'u'),
  KEYPAD_6(57_405, 'v'),
  KEYPAD_7(57_406, 'w'),
  KEYPAD_8(57_407, 'x'),
  KEYPAD_9(57_408, 'y'),
  KEYPAD_DECIMAL(57_409, 'n'),
  KEYPAD_DIVIDE(57_410, 'o'),
  KEYPAD_MULTIPLY(57_411, 'j'),
  KEYPAD_SUBTRACT(57_412, 'm'),
  KEYPAD_ADD(57_413, 'k'),
  KEYPAD_ENTER(57_414, 'M'),
  CAPS_LOCK,
  SHIFT,
  CONTROL,
  ALT,
  META;

  private final int kitty;
  private final char application;

  Key() {
    this(0, '\0');
  }

  Key(int kitty, char application) {
    this.kitty = kitty;
    this.application = application;
  }

  boolean isKeypad() {
    return kitty != 0;
  }

  /** Of a key of the keypad: its number in kitty's protocol. */
  int kitty() {
    return kitty;
  }

  /** Of a key of the keypad: the letter of its application form. */
  char application() {
    return application;
  }

  boolean isModifier() {
    return switch (this) {
      case CAPS_LOCK, SHIFT, CONTROL, ALT, META -> true;
      default -> false;
    };
  }
}
