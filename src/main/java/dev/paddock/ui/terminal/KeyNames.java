package dev.paddock.ui.terminal;

import dev.paddock.terminal.Key;
import dev.paddock.terminal.KeyStroke.Typed;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which of a terminal's keys one of JavaFX's is, and what it types. */
final class KeyNames {
  private final Map<KeyCode, Key> named = new EnumMap<>(KeyCode.class);

  KeyNames() {
    named.put(KeyCode.ENTER, Key.ENTER);
    named.put(KeyCode.TAB, Key.TAB);
    named.put(KeyCode.BACK_SPACE, Key.BACKSPACE);
    named.put(KeyCode.ESCAPE, Key.ESCAPE);
    named.put(KeyCode.UP, Key.UP);
    named.put(KeyCode.DOWN, Key.DOWN);
    named.put(KeyCode.RIGHT, Key.RIGHT);
    named.put(KeyCode.LEFT, Key.LEFT);
    named.put(KeyCode.KP_UP, Key.UP);
    named.put(KeyCode.KP_DOWN, Key.DOWN);
    named.put(KeyCode.KP_RIGHT, Key.RIGHT);
    named.put(KeyCode.KP_LEFT, Key.LEFT);
    named.put(KeyCode.HOME, Key.HOME);
    named.put(KeyCode.END, Key.END);
    named.put(KeyCode.INSERT, Key.INSERT);
    named.put(KeyCode.DELETE, Key.DELETE);
    named.put(KeyCode.PAGE_UP, Key.PAGE_UP);
    named.put(KeyCode.PAGE_DOWN, Key.PAGE_DOWN);
    named.put(KeyCode.CONTEXT_MENU, Key.MENU);
    named.put(KeyCode.DECIMAL, Key.KEYPAD_DECIMAL);
    named.put(KeyCode.DIVIDE, Key.KEYPAD_DIVIDE);
    named.put(KeyCode.MULTIPLY, Key.KEYPAD_MULTIPLY);
    named.put(KeyCode.SUBTRACT, Key.KEYPAD_SUBTRACT);
    named.put(KeyCode.ADD, Key.KEYPAD_ADD);
    named.put(KeyCode.CAPS, Key.CAPS_LOCK);
    named.put(KeyCode.SHIFT, Key.SHIFT);
    named.put(KeyCode.CONTROL, Key.CONTROL);
    named.put(KeyCode.ALT, Key.ALT);
    named.put(KeyCode.META, Key.META);
    named.put(KeyCode.COMMAND, Key.META);
    named.put(KeyCode.WINDOWS, Key.META);
    for (int i = 1; i <= 12; i++) {
      named.put(KeyCode.valueOf("F" + i), Key.valueOf("F" + i));
    }
    for (int i = 0; i <= 9; i++) {
      named.put(KeyCode.valueOf("NUMPAD" + i), Key.valueOf("KEYPAD_" + i));
    }
  }

  Key of(KeyCode code) {
    return named.getOrDefault(code, Key.CHARACTER);
  }

  /** What the key of a press or release types. JavaFX tells its text with or without Shift. */
  static Typed typed(KeyEvent event) {
    int told = single(event.getText());
    int ofCode = Character.toLowerCase(single(event.getCode().getChar()));
    int plain = plain(event, told, ofCode);
    int shifted = 0;
    if (Character.isLetter(plain)) {
      shifted = Character.toUpperCase(plain);
    } else if (event.isShiftDown() && told != plain) {
      shifted = told;
    }
    return new Typed(plain, shifted, ofCode, told == 0 ? "" : event.getText());
  }

  private static int plain(KeyEvent event, int told, int ofCode) {
    if (told == 0) {
      return ofCode;
    }
    boolean shiftedSign = event.isShiftDown() && !Character.isLetter(told) && ofCode != 0;
    return shiftedSign ? ofCode : Character.toLowerCase(told);
  }

  /** The only character of a text, if it can be printed; else 0. */
  private static int single(String text) {
    if (text.codePointCount(0, text.length()) != 1) {
      return 0;
    }
    int c = text.codePointAt(0);
    return Character.isISOControl(c) ? 0 : c;
  }
}
