package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.model.JediTerminal;
import dev.paddock.base.OperatingSystem;
import dev.paddock.session.AgentConsole;
import dev.paddock.terminal.KeyboardModes;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.Paste;
import dev.paddock.terminal.Pty;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalGate;
import dev.paddock.terminal.TerminalSize;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * An agent's terminal, drawn by JediTermFX.
 *
 * <p>The program gets every key but the window's own (Cmd on macOS, Ctrl+Shift elsewhere): with C,
 * V and A those copy, paste and select all. Shift+Page up and down turn pages of the scrollback.
 * Ctrl+Shift+F6 moves the focus out of the terminal.
 */
public final class JediTermPane implements AgentPane {
  private static final boolean MAC = OperatingSystem.current() == OperatingSystem.MAC;

  private final PaneWidget widget;
  private final StackPane node;
  private final PaneConsole console;
  private final KeyInput keys = new KeyInput(MAC);
  private final Executor ui;
  private final String version;
  private final Subscription colours;
  private volatile PaneState state;
  private @Nullable GuestLine line;

  /**
   * An empty pane.
   *
   * @param scheme light or dark, followed while the pane is shown
   * @param environment of this process
   * @param version told to programs that ask
   * @param ui runs tasks on the FX thread
   */
  public JediTermPane(
      ObservableValue<ColorScheme> scheme,
      Map<String, String> environment,
      String version,
      Executor ui) {
    this.ui = ui;
    this.version = version;
    var look = new TerminalLook(scheme);
    widget = new PaneWidget(look);
    state = new PaneState(TerminalSize.DEFAULT, look.colours(), widget.panel().cellSize(), false);
    widget.panel().connect(ui, this::paste);
    widget.panel().getCanvas().widthProperty().subscribe(this::measure);
    widget.panel().getCanvas().heightProperty().subscribe(this::measure);
    widget.panel().getCanvas().focusedProperty().subscribe(this::focused);
    colours =
        scheme.subscribe(now -> {
          show(state.with(look.colours()));
          widget.panel().repaint();
        });
    node = new StackPane(widget.getPane());
    node.setId("terminal");
    node.getStyleClass().add("terminal");
    node.setMinSize(0, 0);
    node.setAccessibleText("The agent's terminal");
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    node.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    new MouseInput(widget.panel(), this::gate, widget::type).listen(node);
    console = new PaneConsole(this, environment, version);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public AgentConsole console() {
    return console;
  }

  @Override
  public void focus() {
    widget.panel().getCanvas().requestFocus();
  }

  @Override
  public String screen() {
    var buffer = widget.getTerminalTextBuffer();
    // Unlocked, the lines can change under the reader's feet: what the guest draws has its thread.
    buffer.lock();
    try {
      return buffer.getScreenLines();
    } finally {
      buffer.unlock();
    }
  }

  @Override
  public void close() {
    colours.unsubscribe();
    widget.close();
  }

  /**
   * Shows what this program draws, from now on. Any thread.
   *
   * @return done when all that it wrote is on the screen
   */
  CompletableFuture<Void> connect(Pty pty) {
    var connected = new GuestLine(pty, state, version, this::told);
    ui.execute(() -> {
      line = connected;
      show(state);
      widget.connect(connected);
    });
    return connected.shown();
  }

  /** How many cells fit into the pane. Any thread. */
  TerminalSize size() {
    return state.size();
  }

  /** The size of a character's cell. Any thread. */
  PaneState.CellSize cell() {
    return state.cell();
  }

  private void focused(boolean has) {
    if (!has) {
      keys.focusLost();
    }
    show(state.withFocus(has));
  }

  private void show(PaneState now) {
    state = now;
    if (line != null) {
      widget.type(line.show(now));
    }
  }

  private void measure() {
    var cells = widget.panel().getTerminalSizeFromComponent();
    if (cells != null) {
      var least = JediTerminal.ensureTermMinimumSize(cells);
      var size = new TerminalSize(least.getColumns(), least.getRows());
      show(state.with(size).with(widget.panel().cellSize()));
    }
  }

  /** Titles are shown from the terminal's next version on. */
  private void told(TerminalEvent event) {
    if (event instanceof TerminalEvent.Caret caret) {
      widget.panel().caret(caret);
    }
  }

  private void pressed(KeyEvent event) {
    if (!onScreen(event)) {
      return;
    }
    if (KeyInput.leaves(event)) {
      widget.panel().getCanvas().requestFocusTraversal(TraversalDirection.NEXT);
    } else if (keys.forWindow(event)) {
      windowKey(event);
    } else if (!scrolled(event)) {
      send(keys.pressed(event, keyboardModes()));
    }
    // The widget's own reading of keys knows no modifiers and takes some for itself.
    event.consume();
  }

  private void typed(KeyEvent event) {
    if (onScreen(event)) {
      send(keys.typed(event, keyboardModes()));
      event.consume();
    }
  }

  private void released(KeyEvent event) {
    if (onScreen(event)) {
      send(keys.released(event, keyboardModes()));
      event.consume();
    }
  }

  private boolean onScreen(KeyEvent event) {
    return event.getTarget().equals(widget.panel().getCanvas());
  }

  private KeyboardModes keyboardModes() {
    var gate = gate();
    return gate == null ? KeyboardModes.LEGACY : gate.keyboardModes();
  }

  private @Nullable TerminalGate gate() {
    return line == null ? null : line.gate();
  }

  private void windowKey(KeyEvent event) {
    if (event.getCode() == KeyCode.A) {
      widget.panel().selectAll();
    } else if (event.getCode() == KeyCode.C) {
      widget.panel().handleCopy(false, false);
    } else if (event.getCode() == KeyCode.V) {
      paste();
    } else if (node.getParent() != null) {
      // Around the widget, on to the window's shortcuts.
      node.getParent().fireEvent(event.copyFor(node.getParent(), node.getParent()));
    }
  }

  private boolean scrolled(KeyEvent event) {
    if (!event.isShiftDown() || widget.getTerminalTextBuffer().isUsingAlternateBuffer()) {
      return false;
    }
    switch (event.getCode()) {
      case PAGE_UP -> widget.panel().pageUp();
      case PAGE_DOWN -> widget.panel().pageDown();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      var gate = gate();
      send(Paste.of(text, gate != null && gate.bracketedPaste()).bytes());
    }
  }

  private void send(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    var scrollBar = widget.panel().getScrollBar();
    scrollBar.setValue(scrollBar.getMax());
    widget.type(bytes);
  }
}
