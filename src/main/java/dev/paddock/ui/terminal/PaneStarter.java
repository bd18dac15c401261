package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.Terminal;
import com.techsenger.jeditermfx.core.TerminalDataStream;
import com.techsenger.jeditermfx.core.TerminalStarter;
import com.techsenger.jeditermfx.core.TtyBasedArrayDataStream;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.typeahead.TerminalTypeAheadManager;
import com.techsenger.jeditermfx.core.util.TermSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the emulator for one program, and carries keys, answers and sizes to it. */
final class PaneStarter extends TerminalStarter {
  private static final Logger LOG = LoggerFactory.getLogger(PaneStarter.class);
  private static final long RESIZE_AFTER_MS = 50;

  private final GuestLine line;
  private final ScheduledExecutorService input;
  private final Thread emulator =
      Thread.ofPlatform().daemon().name("terminal-emulator").unstarted(this::emulate);
  private @Nullable ScheduledFuture<?> resize;

  PaneStarter(
      JediTerminal terminal,
      GuestLine line,
      TerminalTypeAheadManager typeAhead,
      DaemonExecutors executors) {
    super(terminal, line, new TtyBasedArrayDataStream(line), typeAhead, executors);
    this.line = line;
    this.input = executors.getSingleThreadScheduledExecutor();
  }

  /** Begins to show what the program draws. */
  void begin() {
    emulator.start();
  }

  /** Shows no more of it. */
  void end() {
    requestEmulatorStop();
    emulator.interrupt();
  }

  @Override
  protected JediEmulator createEmulator(TerminalDataStream stream, Terminal terminal) {
    return new SteadyEmulator(stream, terminal);
  }

  /** One new size for the program however often the window changes its own; FX thread. */
  @Override
  public void postResize(TermSize size, RequestOrigin origin) {
    if (emulator.getState() == Thread.State.NEW) {
      resize(size, origin);
      return;
    }
    if (resize != null) {
      resize.cancel(false);
    }
    try {
      resize = input.schedule(() -> resize(size, origin), RESIZE_AFTER_MS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("resized after the pane was closed", e);
    }
  }

  @Override
  public void sendString(String text, boolean userInput) {
    sendBytes(text.getBytes(StandardCharsets.UTF_8), userInput);
  }

  /**
   * The emulator's own answers go out at once and in the order of their questions; a program that
   * asks without reading stops its own output and fills no queue of ours. Keys wait in a queue,
   * because the FX thread must not.
   */
  @Override
  public void sendBytes(byte[] bytes, boolean userInput) {
    if (Thread.currentThread() == emulator) {
      write(bytes);
      return;
    }
    try {
      input.execute(() -> write(bytes));
    } catch (RejectedExecutionException e) {
      LOG.debug("typed after the pane was closed", e);
    }
  }

  private void emulate() {
    try {
      start();
    } finally {
      line.abandon();
    }
  }

  private void resize(TermSize size, RequestOrigin origin) {
    getTerminal().resize(size, origin);
    line.resize(size);
  }

  private void write(byte[] bytes) {
    try {
      line.write(bytes);
    } catch (IOException e) {
      LOG.debug("the program has ended", e);
    }
  }
}
