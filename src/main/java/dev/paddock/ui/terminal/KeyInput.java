package dev.paddock.ui.terminal;

import dev.paddock.terminal.KeyEncoder;
import dev.paddock.terminal.KeyStroke;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Reads JavaFX's key events for a terminal. */
final class KeyInput {
  private static final Map<KeyCode, KeyStroke.Key> NAMED = named();

  private final boolean mac;

  KeyInput(boolean mac) {
    this.mac = mac;
  }

  /**
   * Whether a key is the window's and never the program's: Cmd on macOS, Ctrl+Shift and a character
   * elsewhere. Ctrl with _, @ and ^ needs Shift on many keyboards and stays the program's.
   */
  boolean forWindow(KeyEvent event) {
    if (mac) {
      return event.isMetaDown();
    }
    return event.isControlDown()
        && event.isShiftDown()
        && !NAMED.containsKey(event.getCode())
        && "_@^".indexOf(character(event)) < 0;
  }

  /** What a pressed key sends; nothing where a text event will follow. */
  Optional<byte[]> pressed(KeyEvent event, boolean applicationCursor) {
    var key = NAMED.getOrDefault(event.getCode(), KeyStroke.Key.CHARACTER);
    int character = key == KeyStroke.Key.CHARACTER ? character(event) : 0;
    if (key == KeyStroke.Key.CHARACTER && character == 0) {
      return Optional.empty();
    }
    // On a Mac, Option and a key type a special character.
    boolean alt =
        event.isAltDown() && !(mac && key == KeyStroke.Key.CHARACTER && !event.isControlDown());
    var stroke = new KeyStroke(key, character, event.isShiftDown(), alt, event.isControlDown());
    return KeyEncoder.encode(stroke, applicationCursor);
  }

  /** The text of a text event, without what its key press has sent already. */
  String typed(KeyEvent event) {
    boolean command = event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
    var text = event.getCharacter();
    return command || text.chars().anyMatch(Character::isISOControl) ? "" : text;
  }

  private static int character(KeyEvent event) {
    var text = event.getText();
    if (text.codePointCount(0, text.length()) == 1
        && !Character.isISOControl(text.codePointAt(0))) {
      return Character.toLowerCase(text.codePointAt(0));
    }
    var name = event.getCode().getChar();
    return name.length() == 1 ? Character.toLowerCase(name.charAt(0)) : 0;
  }

  private static Map<KeyCode, KeyStroke.Key> named() {
    var keys = new EnumMap<KeyCode, KeyStroke.Key>(KeyCode.class);
    keys.put(KeyCode.ENTER, KeyStroke.Key.ENTER);
    keys.put(KeyCode.TAB, KeyStroke.Key.TAB);
    keys.put(KeyCode.BACK_SPACE, KeyStroke.Key.BACKSPACE);
    keys.put(KeyCode.ESCAPE, KeyStroke.Key.ESCAPE);
    keys.put(KeyCode.UP, KeyStroke.Key.UP);
    keys.put(KeyCode.DOWN, KeyStroke.Key.DOWN);
    keys.put(KeyCode.RIGHT, KeyStroke.Key.RIGHT);
    keys.put(KeyCode.LEFT, KeyStroke.Key.LEFT);
    keys.put(KeyCode.KP_UP, KeyStroke.Key.UP);
    keys.put(KeyCode.KP_DOWN, KeyStroke.Key.DOWN);
    keys.put(KeyCode.KP_RIGHT, KeyStroke.Key.RIGHT);
    keys.put(KeyCode.KP_LEFT, KeyStroke.Key.LEFT);
    keys.put(KeyCode.HOME, KeyStroke.Key.HOME);
    keys.put(KeyCode.END, KeyStroke.Key.END);
    keys.put(KeyCode.INSERT, KeyStroke.Key.INSERT);
    keys.put(KeyCode.DELETE, KeyStroke.Key.DELETE);
    keys.put(KeyCode.PAGE_UP, KeyStroke.Key.PAGE_UP);
    keys.put(KeyCode.PAGE_DOWN, KeyStroke.Key.PAGE_DOWN);
    for (int i = 1; i <= 12; i++) {
      keys.put(KeyCode.valueOf("F" + i), KeyStroke.Key.valueOf("F" + i));
    }
    return keys;
  }
}
