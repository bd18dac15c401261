package dev.paddock.ui.kit;

import dev.paddock.base.OperatingSystem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * The window's own keys. Every other key belongs to the terminal, so they are always Cmd on macOS
 * and Ctrl+Shift elsewhere.
 */
public final class Shortcuts {
  private static final boolean MAC = OperatingSystem.current() == OperatingSystem.MAC;

  /** How people call the keys that go before. */
  public static final String PREFIX = MAC ? "Cmd" : "Ctrl+Shift";

  private Shortcuts() {}

  /** The combination of this key. */
  public static KeyCombination of(KeyCode key) {
    return MAC
        ? new KeyCodeCombination(key, KeyCombination.META_DOWN)
        : new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
  }
}
