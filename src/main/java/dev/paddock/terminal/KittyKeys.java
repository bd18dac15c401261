package dev.paddock.terminal;

import dev.paddock.terminal.KeyStroke.Event;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kitty's keyboard protocol sends for a key, with the flags that the program has set. */
final class KittyKeys {
  private static final Optional<String> NOTHING = Optional.of("");

  private KittyKeys() {}

  /** Empty where the key types plain text. */
  static Optional<String> encode(KeyStroke stroke, KeyboardModes modes) {
    boolean all = modes.kitty(KeyboardModes.ALL_KEYS);
    boolean events = modes.kitty(KeyboardModes.EVENT_TYPES);
    if (stroke.event() == Event.RELEASE && !events) {
      return NOTHING;
    }
    if (!all) {
      if (stroke.key().isModifier()) {
        return NOTHING;
      }
      if (typesText(stroke)) {
        return stroke.event() == Event.RELEASE ? NOTHING : Optional.empty();
      }
      if (stroke.event() == Event.RELEASE && editing(stroke.key())) {
        return NOTHING;
      }
      if (keepsLegacyForm(stroke, modes, events)) {
        return LegacyKeys.encode(stroke, modes);
      }
    }
    return Optional.of(sequence(stroke, modes, events));
  }

  private static boolean typesText(KeyStroke stroke) {
    boolean typing = stroke.modifiers().typing();
    if (stroke.key().isKeypad()) {
      return typing && !stroke.character().text().isEmpty();
    }
    return typing && stroke.key() == Key.CHARACTER;
  }

  /** The keys by which a person gets out of a program that died and left its flags. */
  private static boolean editing(Key key) {
    return key == Key.ENTER || key == Key.TAB || key == Key.BACKSPACE;
  }

  private static boolean keepsLegacyForm(KeyStroke stroke, KeyboardModes modes, boolean events) {
    boolean plainEvent = !events || stroke.event() == Event.PRESS;
    if (editing(stroke.key()) && stroke.modifiers().none()) {
      return true;
    }
    // Without flags Shift+Enter borrows the form of Alt+Enter; a program with flags knows its own.
    boolean shiftedEnter = stroke.key() == Key.ENTER && stroke.modifiers().shift();
    return !modes.kitty(KeyboardModes.DISAMBIGUATE)
        && !shiftedEnter
        && plainEvent
        && !stroke.modifiers().meta()
        && alternates(stroke, modes).isEmpty();
  }

  private static String sequence(KeyStroke stroke, KeyboardModes modes, boolean events) {
    boolean character = stroke.key() == Key.CHARACTER;
    var key =
        character
            ? new FunctionKey(stroke.character().plain(), 'u')
            : FunctionKey.kitty(stroke.key());
    var event =
        switch (stroke.event()) {
          case PRESS -> "";
          case REPEAT -> events ? ":2" : "";
          case RELEASE -> ":3";
        };
    var text = text(stroke, modes);
    int modifiers = stroke.modifiers().code();

    var number = key.number() + alternates(stroke, modes);
    var parameters = new StringBuilder();
    if (modifiers > 1 || !event.isEmpty()) {
      parameters.append(number).append(';').append(modifiers).append(event);
    } else if (!number.equals("1") || !text.isEmpty()) {
      parameters.append(number).append(text.isEmpty() ? "" : ";");
    }
    return "\033[" + parameters + text + key.last();
  }

  private static String alternates(KeyStroke stroke, KeyboardModes modes) {
    if (!modes.kitty(KeyboardModes.ALTERNATE_KEYS) || stroke.key() != Key.CHARACTER) {
      return "";
    }
    var typed = stroke.character();
    boolean other = stroke.modifiers().shift() && typed.shifted() != typed.plain();
    var shifted = other && typed.shifted() != 0 ? ":" + typed.shifted() : "";
    if (typed.us() == 0 || typed.us() == typed.plain()) {
      return shifted;
    }
    return (shifted.isEmpty() ? ":" : shifted) + ":" + typed.us();
  }

  private static String text(KeyStroke stroke, KeyboardModes modes) {
    var text = stroke.character().text();
    if (!modes.kitty(KeyboardModes.ALL_KEYS | KeyboardModes.TEXT)
        || stroke.event() == Event.RELEASE
        || !stroke.modifiers().typing()
        || text.isEmpty()) {
      return "";
    }
    return text.codePoints().mapToObj(Integer::toString).collect(Collectors.joining(":", ";", ""));
  }
}
