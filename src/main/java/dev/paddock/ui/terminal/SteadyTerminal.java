package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;

/** The widget's terminal, which can also be resized while a program draws on the other screen. */
final class SteadyTerminal extends JediTerminal {

  SteadyTerminal(TerminalDisplay display, TerminalTextBuffer buffer, StyleState style) {
    super(display, buffer, style);
  }

  /**
   * The widget flows the lines of the main screen anew and looks for the cursor among them, even
   * where it is on the other screen: with few lines there it fails, and forgets the scrollback.
   */
  @Override
  public void resize(TermSize size, RequestOrigin origin) {
    var buffer = getTerminalTextBuffer();
    buffer.modify(() -> {
      if (buffer.isUsingAlternateBuffer()) {
        int x = getX();
        int y = getY();
        setX(0);
        setY(1);
        super.resize(size, origin);
        setX(Math.min(x, getTerminalWidth() - 1));
        setY(Math.min(y, getTerminalHeight()));
      } else {
        super.resize(size, origin);
      }
    });
  }
}
