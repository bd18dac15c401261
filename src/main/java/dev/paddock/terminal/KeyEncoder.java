package dev.paddock.terminal;

import dev.paddock.terminal.KeyStroke.Event;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is sent for a key, in the form that the program chose. */
public final class KeyEncoder {
  private KeyEncoder() {}

  /**
   * The bytes of a key; perhaps none.
   *
   * @return nothing where the key types plain text, which comes as a text event
   */
  public static Optional<byte[]> encode(KeyStroke stroke, KeyboardModes modes) {
    return text(stroke, modes).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> text(KeyStroke stroke, KeyboardModes modes) {
    if (modes.kittyFlags() != 0) {
      return KittyKeys.encode(stroke, modes);
    }
    if (stroke.event() == Event.RELEASE || stroke.key().isModifier()) {
      return Optional.of("");
    }
    return modes.modifyOtherKeys() > 0
        ? OtherKeys.encode(stroke, modes).or(() -> LegacyKeys.encode(stroke, modes))
        : LegacyKeys.encode(stroke, modes);
  }
}
