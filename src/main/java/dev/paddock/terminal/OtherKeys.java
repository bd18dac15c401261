package dev.paddock.terminal;

import java.util.Optional;

/**
 * xterm's modifyOtherKeys: keys whose modifiers would be lost are sent as CSI 27 ; modifiers ; code
 * ~. Level 1 leaves all that has a well-known form; level 2 leaves only what types text.
 */
final class OtherKeys {
  private OtherKeys() {}

  /** Empty where the key keeps its legacy form. */
  static Optional<String> encode(KeyStroke stroke, KeyboardModes modes) {
    var modifiers = stroke.modifiers();
    if (modifiers.none() || modifiers.meta()) {
      return Optional.empty();
    }
    int level = modes.modifyOtherKeys();
    return switch (stroke.key()) {
      case ENTER -> modified(modifiers.code(), 13);
      case TAB ->
          modifiers.shift() && modifiers.typing()
              ? Optional.empty()
              : modified(modifiers.code(), 9);
      case ESCAPE -> escape(modifiers, level);
      case BACKSPACE ->
          level == 2 && (modifiers.alt() || modifiers.shift())
              ? modified(modifiers.code(), 127)
              : Optional.empty();
      case CHARACTER -> {
        boolean changed = level == 2 ? !modifiers.typing() : unknown(stroke);
        yield changed ? modified(modifiers.code(), LegacyKeys.withShift(stroke)) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> escape(KeyStroke.Modifiers modifiers, int level) {
    boolean more = modifiers.alt() || (modifiers.control() && (level == 2 || modifiers.shift()));
    return more ? modified(modifiers.code(), 27) : Optional.empty();
  }

  /** Level 1: whether the combination has no legacy form, in which Alt is always ESC. */
  private static boolean unknown(KeyStroke stroke) {
    var modifiers = stroke.modifiers();
    if (!modifiers.control() || modifiers.alt()) {
      return false;
    }
    int plain = stroke.character().plain();
    boolean letter = plain >= 'a' && plain <= 'z';
    return letter
        ? modifiers.shift()
        : !LegacyKeys.hasControl(plain) && !LegacyKeys.hasControl(LegacyKeys.withShift(stroke));
  }

  private static Optional<String> modified(int modifiers, int code) {
    return Optional.of("\033[27;" + modifiers + ";" + code + "~");
  }
}
