package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.Terminal;
import com.techsenger.jeditermfx.core.TerminalDataStream;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The widget's emulator, which survives its own mistakes: a pane must not die of one sequence. */
final class SteadyEmulator extends JediEmulator {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyEmulator.class);

  private boolean told;

  SteadyEmulator(TerminalDataStream stream, Terminal terminal) {
    super(stream, terminal);
  }

  @Override
  public void processChar(char character, Terminal terminal) throws IOException {
    try {
      super.processChar(character, terminal);
    } catch (RuntimeException e) {
      if (!told) {
        told = true;
        LOG.warn("the terminal's emulator failed; it goes on, and says so only once", e);
      }
    }
  }
}
