package dev.paddock.ui.terminal;

import dev.paddock.terminal.Key;
import dev.paddock.terminal.KeyEncoder;
import dev.paddock.terminal.KeyStroke;
import dev.paddock.terminal.KeyStroke.Modifiers;
import dev.paddock.terminal.KeyStroke.Typed;
import dev.paddock.terminal.MouseEncoder;
import dev.paddock.terminal.MouseEncoder.Action;
import dev.paddock.terminal.MouseEncoder.Button;
import dev.paddock.terminal.MouseEncoder.Kind;
import dev.paddock.terminal.MouseModes;
import dev.paddock.terminal.MouseModes.Tracking;
import dev.paddock.terminal.TerminalGate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reports the mouse to a program that wants to know of it. What is reported is taken from the
 * widget; with Shift everything stays the widget's, so that selecting always works. FX thread.
 */
final class MouseInput {
  /** JavaFX's pixels of a wheel's step. */
  private static final double STEP = 40;

  private static final int ARROWS_PER_STEP = 3;

  private final QuietPanel panel;
  private final Supplier<@Nullable TerminalGate> gate;
  private final Consumer<byte[]> send;
  private @Nullable Action lastMove;
  private double turned;

  /**
   * Reads nothing before {@link #listen}.
   *
   * @param gate of the program that is shown, if there is one
   * @param send types bytes into it
   */
  MouseInput(QuietPanel panel, Supplier<@Nullable TerminalGate> gate, Consumer<byte[]> send) {
    this.panel = panel;
    this.gate = gate;
    this.send = send;
  }

  /** Sees the mouse's events on their way through this node to the widget. */
  void listen(Node node) {
    node.addEventFilter(MouseEvent.ANY, this::mouse);
    node.addEventFilter(ScrollEvent.SCROLL, this::wheel);
  }

  private void mouse(MouseEvent event) {
    var modes = modes();
    if (modes.tracking() == Tracking.NONE || event.isShiftDown() || !onScreen(event.getTarget())) {
      return;
    }
    var type = event.getEventType();
    if (type == MouseEvent.MOUSE_MOVED || type == MouseEvent.MOUSE_DRAGGED) {
      moved(event, modes);
    } else if (type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_RELEASED) {
      panel.getCanvas().requestFocus();
      button(event, modes, type);
    }
    // The widget shows by them which link the mouse is on.
    boolean hovers = type == MouseEvent.MOUSE_MOVED || !isButtons(type);
    if (!hovers) {
      event.consume();
    }
  }

  private static boolean isButtons(EventType<? extends MouseEvent> type) {
    return type == MouseEvent.MOUSE_PRESSED
        || type == MouseEvent.MOUSE_RELEASED
        || type == MouseEvent.MOUSE_CLICKED
        || type == MouseEvent.MOUSE_DRAGGED;
  }

  private void button(MouseEvent event, MouseModes modes, EventType<?> type) {
    var button =
        switch (event.getButton()) {
          case PRIMARY -> Button.LEFT;
          case MIDDLE -> Button.MIDDLE;
          case SECONDARY -> Button.RIGHT;
          default -> Button.NONE;
        };
    lastMove = null;
    if (button != Button.NONE) {
      var kind = type == MouseEvent.MOUSE_PRESSED ? Kind.PRESS : Kind.RELEASE;
      report(action(kind, button, event), modes);
    }
  }

  private void moved(MouseEvent event, MouseModes modes) {
    var button =
        event.isPrimaryButtonDown()
            ? Button.LEFT
            : event.isMiddleButtonDown()
                ? Button.MIDDLE
                : event.isSecondaryButtonDown() ? Button.RIGHT : Button.NONE;
    var move = action(Kind.MOVE, button, event);
    // Programs count in cells, so within one there is no move.
    if (!move.equals(lastMove)) {
      lastMove = move;
      report(move, modes);
    }
  }

  private void wheel(ScrollEvent event) {
    var shown = gate.get();
    if (shown == null || event.isShiftDown() || !onScreen(event.getTarget())) {
      return;
    }
    var modes = shown.mouseModes();
    if (modes.tracking() == Tracking.NONE && !modes.alternateScroll()) {
      return;
    }
    event.consume();
    turned += event.getDeltaY();
    int steps = (int) (turned / STEP);
    turned -= steps * STEP;
    for (int i = 0; i < Math.abs(steps); i++) {
      if (modes.tracking() != Tracking.NONE) {
        var at = panel.cellAt(event.getSceneX(), event.getSceneY());
        var modifiers = modifiers(event.isAltDown(), event.isControlDown());
        var button = steps > 0 ? Button.WHEEL_UP : Button.WHEEL_DOWN;
        report(new Action(Kind.PRESS, button, modifiers, at.column(), at.row()), modes);
      } else {
        arrows(shown, steps > 0 ? Key.UP : Key.DOWN);
      }
    }
  }

  private void arrows(TerminalGate shown, Key key) {
    var stroke = new KeyStroke(key, Typed.NOTHING, Modifiers.NONE, KeyStroke.Event.PRESS);
    for (int i = 0; i < ARROWS_PER_STEP; i++) {
      KeyEncoder.encode(stroke, shown.keyboardModes()).ifPresent(send);
    }
  }

  private MouseModes modes() {
    var shown = gate.get();
    return shown == null ? MouseModes.NONE : shown.mouseModes();
  }

  private boolean onScreen(Object target) {
    return target.equals(panel.getCanvas());
  }

  private Action action(Kind kind, Button button, MouseEvent event) {
    var at = panel.cellAt(event.getSceneX(), event.getSceneY());
    var modifiers = modifiers(event.isAltDown(), event.isControlDown());
    return new Action(kind, button, modifiers, at.column(), at.row());
  }

  private static Modifiers modifiers(boolean alt, boolean control) {
    return new Modifiers(false, alt, control, false);
  }

  private void report(Action action, MouseModes modes) {
    send.accept(MouseEncoder.encode(action, modes));
  }
}
