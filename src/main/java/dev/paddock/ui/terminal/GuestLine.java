package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import dev.paddock.terminal.FrameHold;
import dev.paddock.terminal.GateSink;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.Pty;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalGate;
import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line between an agent's pty and the widget, through the gate. The widget's emulator thread
 * reads from it; a thread of its own reads the pty, and waits where the widget falls behind.
 */
final class GuestLine implements TtyConnector {
  private static final Logger LOG = LoggerFactory.getLogger(GuestLine.class);
  private static final int PIECES = 64;
  private static final int READ = 16 << 10;

  private final Pty pty;
  private final TerminalGate gate;
  private final FrameHold frame = new FrameHold(InstantSource.system());
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final Consumer<TerminalEvent> events;
  private PaneState pane;
  private CharBuffer current = CharBuffer.allocate(0);
  private boolean ended;
  private volatile boolean abandoned;

  /** What comes through the gate, in its order. */
  private sealed interface Piece {
    /** For the widget. */
    @SuppressWarnings("ArrayRecordComponent")
    record Shown(byte[] bytes) implements Piece {}

    /** What is shown next belongs together, or does no more. */
    record Frame(boolean begins) implements Piece {}

    /** For the program, once the widget has taken all that came before. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] bytes) implements Piece {}

    /** For the window. */
    record Told(TerminalEvent event) implements Piece {}

    /** The program has ended. */
    record End() implements Piece {}
  }

  /**
   * Begins to read.
   *
   * @param events gets what the program tells the window, on the emulator's thread
   */
  GuestLine(Pty pty, PaneState pane, String version, Consumer<TerminalEvent> events) {
    this.pty = pty;
    this.pane = pane;
    this.events = events;
    this.gate = new TerminalGate(pane, version, new Sink(), InstantSource.system());
    // No virtual thread: pty4j waits in native code, which would hold one of their few carriers.
    Thread.ofPlatform().daemon().name("pty-reader").start(this::pump);
  }

  /** Done when the program has ended and the widget has taken all that it wrote. */
  CompletableFuture<Void> shown() {
    return shown;
  }

  /** Nobody draws any more; what the program still writes is read and forgotten. */
  void abandon() {
    abandoned = true;
    shown.complete(null);
  }

  TerminalGate gate() {
    return gate;
  }

  /**
   * Tells the program how the pane looks, but for its size, which comes with {@link #resize}.
   *
   * @return what the program asked to be told of it, to be typed into it
   */
  synchronized byte[] show(PaneState now) {
    pane = now.with(pane.size());
    return gate.show(pane);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    while (!current.hasRemaining()) {
      if (ended || !next()) {
        return -1;
      }
    }
    int count = Math.min(length, current.remaining());
    current.get(buffer, offset, count);
    return count;
  }

  @Override
  public boolean ready() {
    return current.hasRemaining() || !pieces.isEmpty();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    pty.write(bytes);
  }

  @Override
  public void write(String text) throws IOException {
    pty.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void resize(TermSize size) {
    var cells = new TerminalSize(size.getColumns(), size.getRows());
    pane = pane.with(cells);
    gate.show(pane);
    pty.resize(cells);
  }

  @Override
  public boolean isConnected() {
    return !pty.exit().isDone();
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return pty.exit().get();
    } catch (ExecutionException e) {
      return -1;
    }
  }

  @Override
  public String getName() {
    return "agent";
  }

  /** The session ends its program itself. */
  @Override
  public void close() {}

  private boolean next() throws IOException {
    try {
      switch (take()) {
        case Piece.Shown(var bytes) -> show(frame.add(bytes));
        case Piece.Frame(var begins) -> {
          if (begins) {
            frame.begin();
          } else {
            show(frame.end());
          }
        }
        case Piece.Answer(var bytes) -> pty.write(bytes);
        case Piece.Told(var event) -> events.accept(event);
        case Piece.End() -> ended = true;
      }
      return !ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The next piece, or the end of a frame whose rest does not come in time. */
  private Piece take() throws InterruptedException {
    if (!frame.holds()) {
      return pieces.take();
    }
    var piece = pieces.poll(frame.left().toNanos(), TimeUnit.NANOSECONDS);
    return piece == null ? new Piece.Frame(false) : piece;
  }

  private void show(byte[] bytes) {
    current = CharBuffer.wrap(new String(bytes, StandardCharsets.UTF_8));
  }

  private void pump() {
    var buffer = new byte[READ];
    try {
      for (int n = pty.input().read(buffer); n >= 0; n = pty.input().read(buffer)) {
        gate.accept(buffer, 0, n);
      }
    } catch (IOException e) {
      LOG.debug("the pty was closed", e);
    } finally {
      gate.restore();
      put(new Piece.End());
      pty.close();
    }
  }

  private void put(Piece piece) {
    try {
      boolean taken = false;
      while (!taken && !abandoned) {
        taken = pieces.offer(piece, 100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Sink implements GateSink {
    @Override
    public void pass(byte[] bytes) {
      put(new Piece.Shown(bytes));
    }

    @Override
    public void frame(boolean begins) {
      put(new Piece.Frame(begins));
    }

    @Override
    public void answer(byte[] bytes) {
      put(new Piece.Answer(bytes));
    }

    @Override
    public void report(TerminalEvent event) {
      put(new Piece.Told(event));
    }
  }
}
