package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import dev.paddock.session.AgentConsole;
import dev.paddock.terminal.Paste;
import dev.paddock.terminal.Pty;
import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's terminal, drawn by JediTermFX. The terminal gets every key; Ctrl+Shift+C and
 * Ctrl+Shift+V copy and paste, and Shift+Enter starts a new line of input.
 */
public final class JediTermPane implements AgentPane {
  private static final Logger LOG = LoggerFactory.getLogger(JediTermPane.class);
  private static final byte[] LINE_BREAK = {0x1b, '\r'};

  private final Widget widget;
  private final StackPane node;
  private final PaneConsole console;
  private final Executor ui;
  private final String version;
  private volatile @Nullable GuestLine line;
  private boolean swallowTyped;

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
    widget = new Widget(new TerminalLook(scheme));
    node = new StackPane(widget.getPane());
    node.setId("terminal");
    node.getStyleClass().add("terminal");
    node.setMinSize(0, 0);
    node.setAccessibleText("The agent's terminal");
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
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
    widget.getPreferredFocusableNode().requestFocus();
  }

  @Override
  public String screen() {
    return widget.getTerminalTextBuffer().getScreenLines();
  }

  @Override
  public void close() {
    widget.close();
  }

  /** Shows what this program draws, from now on. Any thread. */
  void connect(Pty pty) {
    ui.execute(() -> {
      var connected = new GuestLine(pty, size(), version);
      line = connected;
      widget.setTtyConnector(connected);
      widget.start();
      connected.resize(new TermSize(size().columns(), size().rows()));
    });
  }

  /** The widget's size in cells. */
  TerminalSize size() {
    var buffer = widget.getTerminalTextBuffer();
    return new TerminalSize(buffer.getWidth(), buffer.getHeight());
  }

  private void pressed(KeyEvent event) {
    var shortcut = event.isControlDown() && event.isShiftDown();
    if (shortcut && event.getCode() == KeyCode.V) {
      paste();
      event.consume();
    } else if (shortcut && event.getCode() == KeyCode.C) {
      widget.getTerminalPanel().handleCopy(false, false);
      event.consume();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.ENTER) {
      send(LINE_BREAK);
      swallowTyped = true;
      event.consume();
    } else {
      swallowTyped = false;
    }
  }

  /** The character of a key whose press was handled here already. */
  private void typed(KeyEvent event) {
    if (swallowTyped) {
      swallowTyped = false;
      event.consume();
    }
  }

  private void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    var connected = line;
    if (text != null && connected != null) {
      send(Paste.encode(text, connected.gate().bracketedPaste()));
    }
  }

  private void send(byte[] bytes) {
    var connected = line;
    if (connected != null) {
      // A program that does not read would hold the window up otherwise.
      Thread.startVirtualThread(() -> {
        try {
          connected.write(bytes);
        } catch (IOException e) {
          LOG.debug("the program has ended", e);
        }
      });
    }
  }

  private static final class Widget extends JediTermFxWidget {
    Widget(SettingsProvider settings) {
      super(TerminalSize.DEFAULT.columns(), TerminalSize.DEFAULT.rows(), settings);
    }

    @Override
    protected TerminalPanel createTerminalPanel(
        SettingsProvider settings, StyleState style, TerminalTextBuffer buffer) {
      return new QuietPanel(settings, buffer, style);
    }
  }
}
