package dev.paddock.ui.terminal;

import dev.paddock.terminal.Key;
import dev.paddock.terminal.KeyEncoder;
import dev.paddock.terminal.KeyStroke;
import dev.paddock.terminal.KeyStroke.Event;
import dev.paddock.terminal.KeyStroke.Modifiers;
import dev.paddock.terminal.KeyStroke.Typed;
import dev.paddock.terminal.KeyboardModes;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Turns JavaFX's key events into what a program is sent. A key that types text is told twice, by a
 * press and by a text event, and sent at one of them. FX thread.
 */
final class KeyInput {
  private static final byte[] NOTHING = new byte[0];

  private final boolean mac;
  private final KeyNames names = new KeyNames();
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
  private boolean sentByPress;
  private @Nullable KeyStroke awaitingText;

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
        && names.of(event.getCode()) == Key.CHARACTER
        && "_@^".indexOf(KeyNames.typed(event).plain()) < 0;
  }

  /** Whether this moves the focus out of the terminal: Ctrl+Shift+F6. */
  static boolean leaves(KeyEvent event) {
    return event.getCode() == KeyCode.F6 && event.isControlDown() && event.isShiftDown();
  }

  /** What a pressed key sends; nothing where its text event sends it. */
  byte[] pressed(KeyEvent event, KeyboardModes modes) {
    awaitingText = null;
    sentByPress = false;
    var code = event.getCode();
    boolean first = code == KeyCode.UNDEFINED || down.add(code);
    var stroke = stroke(event, first ? Event.PRESS : Event.REPEAT);
    if (stroke == null) {
      return NOTHING;
    }
    if (textBelongsToKey(stroke, modes)) {
      awaitingText = stroke;
      return NOTHING;
    }
    var bytes = KeyEncoder.encode(stroke, modes);
    sentByPress = bytes.isPresent();
    return bytes.orElse(NOTHING);
  }

  /** What a text event sends, without what its key's press has sent already. */
  byte[] typed(KeyEvent event, KeyboardModes modes) {
    var text = event.getCharacter();
    boolean command = event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
    if (sentByPress || command || text.chars().anyMatch(Character::isISOControl)) {
      return NOTHING;
    }
    var stroke = awaitingText;
    awaitingText = null;
    if (stroke == null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var key = stroke.character();
    var typed = new Typed(key.plain(), key.shifted(), key.us(), text);
    var whole = new KeyStroke(stroke.key(), typed, stroke.modifiers(), stroke.event());
    return KeyEncoder.encode(whole, modes).orElse(NOTHING);
  }

  /** What a released key sends; nothing where its press was not the program's. */
  byte[] released(KeyEvent event, KeyboardModes modes) {
    if (!down.remove(event.getCode())) {
      return NOTHING;
    }
    var stroke = stroke(event, Event.RELEASE);
    return stroke == null ? NOTHING : KeyEncoder.encode(stroke, modes).orElse(NOTHING);
  }

  /** Forgets which keys are down: their releases go elsewhere. */
  void focusLost() {
    down.clear();
    awaitingText = null;
  }

  private static boolean textBelongsToKey(KeyStroke stroke, KeyboardModes modes) {
    int flags = KeyboardModes.ALL_KEYS | KeyboardModes.TEXT;
    var modifiers = stroke.modifiers();
    return (modes.kittyFlags() & flags) == flags
        && stroke.key() == Key.CHARACTER
        && !modifiers.alt()
        && !modifiers.control()
        && !modifiers.meta();
  }

  private @Nullable KeyStroke stroke(KeyEvent event, Event what) {
    var key = names.of(event.getCode());
    var typed = KeyNames.typed(event);
    if (key == Key.CHARACTER && typed.plain() == 0) {
      return null;
    }
    // On a Mac, Option and a key type a special character.
    boolean alt = event.isAltDown() && !(mac && key == Key.CHARACTER && !event.isControlDown());
    var modifiers =
        new Modifiers(event.isShiftDown(), alt, event.isControlDown(), event.isMetaDown());
    return new KeyStroke(key, typed, modifiers, what);
  }
}
