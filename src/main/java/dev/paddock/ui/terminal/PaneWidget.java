package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.TerminalExecutorServiceManager;
import com.techsenger.jeditermfx.core.TerminalStarter;
import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import dev.paddock.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/** JediTermFX with parts of ours where its own would start AWT, reorder answers or lag. */
final class PaneWidget extends JediTermFxWidget {
  private @Nullable PaneStarter starter;

  PaneWidget(TerminalLook look) {
    super(TerminalSize.DEFAULT.columns(), TerminalSize.DEFAULT.rows(), look);
  }

  /** Shows this program from now on, and the one before no more. FX thread. */
  void connect(GuestLine line) {
    end();
    getTerminal().cursorShape(null);
    getTerminalPanel().setCursorVisible(true);
    setTtyConnector(line);
    var connected = starter;
    if (connected != null) {
      connected.begin();
    }
  }

  /** Types into the program, if there is one. FX thread. */
  void type(byte[] bytes) {
    if (starter != null && bytes.length > 0) {
      starter.sendBytes(bytes, false);
    }
  }

  QuietPanel panel() {
    return (QuietPanel) getTerminalPanel();
  }

  @Override
  public void close() {
    end();
    super.close();
  }

  @Override
  protected TerminalPanel createTerminalPanel(
      SettingsProvider settings, StyleState style, TerminalTextBuffer buffer) {
    return new QuietPanel((TerminalLook) settings, buffer, style);
  }

  @Override
  protected TerminalExecutorServiceManager createExecutorServiceManager() {
    return new DaemonExecutors();
  }

  @Override
  protected TerminalStarter createTerminalStarter(JediTerminal terminal, TtyConnector connector) {
    var created =
        new PaneStarter(
            terminal,
            (GuestLine) connector,
            getTypeAheadManager(),
            (DaemonExecutors) getExecutorServiceManager());
    starter = created;
    return created;
  }

  private void end() {
    if (starter != null) {
      starter.end();
    }
  }
}
