package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.ArrayTerminalDataStream;
import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalOutputStream;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.CharUtils;
import com.techsenger.jeditermfx.core.util.TermSize;
import dev.paddock.terminal.GateSink;
import dev.paddock.terminal.PaneColours;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalGate;
import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The gate and the widget's emulator and text, with no toolkit and no thread: what a pane would
 * show, row by row, and what it would answer.
 */
public final class HeadlessTerminal {
  private static final int SCROLLBACK = 10_000;
  private static final PaneColours DARK =
      new PaneColours(
          0xe6edf3,
          0x0d1117,
          0xe6edf3,
          List.of(
              0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4,
              0x6e7681, 0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xffffff),
          true);

  private final Stream stream = new Stream();
  private final TerminalTextBuffer buffer;
  private final SteadyTerminal terminal;
  private final SteadyEmulator emulator;
  private final TerminalGate gate;
  private PaneState pane;

  /**
   * An empty screen.
   *
   * @param version told to programs that ask
   * @param answers gets what is to be written to the program
   * @param events gets what the program tells the window
   */
  public HeadlessTerminal(
      TerminalSize size, String version, Consumer<byte[]> answers, Consumer<TerminalEvent> events) {
    var style = new StyleState();
    style.setDefaultStyle(new TextStyle());
    buffer = new TerminalTextBuffer(size.columns(), size.rows(), style, SCROLLBACK, null);
    terminal = new SteadyTerminal(new SilentDisplay(), buffer, style);
    terminal.setTerminalOutput(new Answers(answers));
    emulator = new SteadyEmulator(stream, terminal);
    pane = new PaneState(size, DARK, new PaneState.CellSize(8, 17), true);
    gate = new TerminalGate(pane, version, new Sink(answers, events), InstantSource.system());
  }

  /** Shows what the program wrote. */
  public void accept(byte[] bytes) {
    gate.accept(bytes, 0, bytes.length);
  }

  /** Takes another size. */
  public void resize(TerminalSize size) {
    pane = pane.with(size);
    gate.show(pane);
    terminal.resize(new TermSize(size.columns(), size.rows()), RequestOrigin.User);
  }

  /** The rows of the screen, without blanks at their ends; wide characters count once. */
  public List<String> rows() {
    var rows = new ArrayList<String>();
    for (int y = 0; y < buffer.getHeight(); y++) {
      var text = y < buffer.getScreenLinesCount() ? buffer.getLine(y).getText() : "";
      rows.add(withoutBlanks(text.replace(Character.toString(CharUtils.DWC), "")));
    }
    return rows;
  }

  private static String withoutBlanks(String row) {
    int end = row.length();
    while (end > 0 && (row.charAt(end - 1) == ' ' || row.charAt(end - 1) == CharUtils.NUL_CHAR)) {
      end--;
    }
    return row.substring(0, end).replace(CharUtils.NUL_CHAR, ' ');
  }

  private void show(byte[] bytes) {
    stream.fill(new String(bytes, StandardCharsets.UTF_8));
    try {
      while (!stream.isEmpty()) {
        emulator.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the gate passed in one piece. */
  private static final class Stream extends ArrayTerminalDataStream {
    Stream() {
      super(new char[0]);
    }

    void fill(String text) {
      myBuf = text.toCharArray();
      myOffset = 0;
      myLength = myBuf.length;
    }
  }

  private final class Sink implements GateSink {
    private final Consumer<byte[]> answers;
    private final Consumer<TerminalEvent> events;

    Sink(Consumer<byte[]> answers, Consumer<TerminalEvent> events) {
      this.answers = answers;
      this.events = events;
    }

    @Override
    public void pass(byte[] bytes) {
      show(bytes);
    }

    @Override
    public void answer(byte[] bytes) {
      answers.accept(bytes);
    }

    @Override
    public void frame(boolean begins) {}

    @Override
    public void report(TerminalEvent event) {
      events.accept(event);
    }
  }

  private record Answers(Consumer<byte[]> answers) implements TerminalOutputStream {
    @Override
    public void sendBytes(byte[] bytes, boolean userInput) {
      answers.accept(bytes);
    }

    @Override
    public void sendString(String text, boolean userInput) {
      answers.accept(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
