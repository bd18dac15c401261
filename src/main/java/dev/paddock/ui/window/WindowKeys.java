package dev.paddock.ui.window;

import dev.paddock.ui.kit.Shortcuts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's own keys, taken before the terminal sees them. */
final class WindowKeys {
  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

  /** Runs the action for this key with the window's modifiers. */
  WindowKeys on(KeyCode key, Runnable action) {
    actions.put(Shortcuts.of(key), action);
    return this;
  }

  /** Takes them from this node and every node below, as long as the window takes keys. */
  void install(Node root, BooleanSupplier taking) {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            actions.entrySet().stream()
                .filter(entry -> taking.getAsBoolean() && entry.getKey().match(event))
                .findFirst()
                .ifPresent(entry -> {
                  event.consume();
                  entry.getValue().run();
                }));
  }
}
