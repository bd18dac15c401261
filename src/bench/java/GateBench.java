import com.techsenger.jeditermfx.core.ArrayTerminalDataStream;
import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalSelection;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import dev.paddock.terminal.GateSink;
import dev.paddock.terminal.PaneColours;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalGate;
import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;

/**
 * How much a second goes through the terminal's gate, beside a copy of memory and the widget's own
 * emulator on the same bytes: {@code GateBench [MEBIBYTES [ROUNDS]]}. Prints a Markdown table.
 */
final class GateBench {
  private static final int READ = 16 << 10;

  /** The emulator is slow; it gets the beginning only. */
  private static final int FOR_EMULATOR = 256 << 10;

  private static long seen;

  private GateBench() {}

  public static void main(String[] arguments) throws Exception {
    int size = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16) << 20;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    System.out.println("| stream | memcpy, MB/s | gate, MB/s | JediTermFX's emulator, MB/s |");
    System.out.println("|---|---:|---:|---:|");
    row("ASCII log", size, rounds, GateBench::log);
    row("coloured log", size, rounds, GateBench::colouredLog);
    row("an agent's redraws", size, rounds, GateBench::redraws);
    row("true colour in every cell", size, rounds, GateBench::cells);
    row("UTF-8 text", size, rounds, GateBench::text);
    if (seen == 42) {
      System.out.println();
    }
  }

  private static void row(String name, int size, int rounds, Supplier<String> unit)
      throws Exception {
    var piece = unit.get().getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[size / piece.length * piece.length];
    for (int i = 0; i < bytes.length; i += piece.length) {
      System.arraycopy(piece, 0, bytes, i, piece.length);
    }
    var start =
        Arrays.copyOf(bytes, Math.min(bytes.length, FOR_EMULATOR / piece.length * piece.length));
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        name,
        median(bytes, rounds, GateBench::copy),
        median(bytes, rounds, GateBench::gate),
        median(start, Math.min(rounds, 5), GateBench::emulate));
  }

  private interface Work {
    void run(byte[] bytes) throws Exception;
  }

  private static String median(byte[] bytes, int rounds, Work work) throws Exception {
    var speeds = new java.util.ArrayList<Double>();
    for (int i = -3; i < rounds; i++) {
      long begin = System.nanoTime();
      work.run(bytes);
      long spent = System.nanoTime() - begin;
      if (i >= 0) {
        speeds.add(bytes.length * 1e3 / spent);
      }
    }
    Collections.sort(speeds);
    return "%,.3g (%,.3g–%,.3g)"
        .formatted(speeds.get(speeds.size() / 2), speeds.getFirst(), speeds.getLast());
  }

  private static void copy(byte[] bytes) {
    var to = new byte[READ];
    for (int i = 0; i < bytes.length; i += READ) {
      System.arraycopy(bytes, i, to, 0, Math.min(READ, bytes.length - i));
      seen += to[i % READ];
    }
  }

  private static void gate(byte[] bytes) {
    var gate = new TerminalGate(PANE, "1.2.3", new Sink(), InstantSource.system());
    for (int i = 0; i < bytes.length; i += READ) {
      gate.accept(bytes, i, Math.min(READ, bytes.length - i));
    }
  }

  private static void emulate(byte[] bytes) throws IOException {
    var style = new StyleState();
    var terminal =
        new JediTerminal(
            new Display(), new TerminalTextBuffer(120, 40, style, 10_000, null), style);
    var text = new String(bytes, StandardCharsets.UTF_8).toCharArray();
    var emulator = new JediEmulator(new ArrayTerminalDataStream(text), terminal);
    while (emulator.hasNext()) {
      emulator.next();
    }
  }

  private static String log() {
    var lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(
          "2026-11-24 12:34:56.%03d INFO  [worker-%d] com.example.Server - request %d served in %d ms\r\n"
              .formatted(i, i % 8, i * 7919, i * 31 % 500));
    }
    return lines.toString();
  }

  private static String colouredLog() {
    var lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(
          "\033[2m12:34:56.%03d\033[0m \033[32mINFO\033[0m \033[1;36mworker-%d\033[0m request \033[33m%d\033[39m served in \033[38;5;208m%d\033[0m ms\r\n"
              .formatted(i, i % 8, i * 7919, i * 31 % 500));
    }
    return lines.toString();
  }

  private static String redraws() {
    var frame = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      frame.append("\033[?2026h\033[?25l\033[").append(3 + i).append("A\r\033[2K");
      for (int row = 0; row < 12; row++) {
        frame
            .append("\033[38;2;215;119;87m⠋ \033[1mThinking…\033[22m\033[39m\033[")
            .append(20 + row)
            .append("G\033[2m(esc to interrupt · ")
            .append(i * row)
            .append(
                "s)\033[22m\033[K\r\n\033[4Gfun\033[8Gmain\033[13G{\033[15Greturn\033[22G}\033[K\r\n");
      }
      frame.append("\033[").append(24).append("A\033[?25h\033[?2026l");
    }
    return frame.toString();
  }

  private static String cells() {
    var cells = new StringBuilder();
    for (int row = 1; row <= 40; row++) {
      cells.append("\033[").append(row).append(";1H");
      for (int column = 0; column < 120; column++) {
        cells.append("\033[38;2;%d;%d;%d;48;2;0;0;%dm#".formatted(row, column, row * 5, column));
      }
    }
    return cells.toString();
  }

  private static String text() {
    return "Grüße aus Zürich, 世界 und 🙂 — “ein Text” mit vielen Zeichen über ASCII hinaus…\r\n"
        .repeat(100);
  }

  private static final PaneState PANE =
      new PaneState(
          new TerminalSize(120, 40),
          new PaneColours(0, 0xffffff, 0, Collections.nCopies(16, 0), false),
          new PaneState.CellSize(8, 17),
          true);

  private static final class Sink implements GateSink {
    @Override
    public void pass(byte[] bytes) {
      seen += bytes.length;
    }

    @Override
    public void answer(byte[] bytes) {
      seen += bytes.length;
    }

    @Override
    public void frame(boolean begins) {
      seen++;
    }

    @Override
    public void report(TerminalEvent event) {
      seen++;
    }
  }

  private static final class Display implements TerminalDisplay {
    @Override
    public void setCursor(int x, int y) {}

    @Override
    public void setCursorShape(CursorShape shape) {}

    @Override
    public void beep() {}

    @Override
    public void scrollArea(int top, int size, int dy) {}

    @Override
    public void setCursorVisible(boolean visible) {}

    @Override
    public void useAlternateScreenBuffer(boolean use) {}

    @Override
    public String getWindowTitle() {
      return "";
    }

    @Override
    public void setWindowTitle(String title) {}

    @Override
    public TerminalSelection getSelection() {
      return null;
    }

    @Override
    public void terminalMouseModeSet(MouseMode mode) {}

    @Override
    public void setMouseFormat(MouseFormat format) {}

    @Override
    public boolean ambiguousCharsAreDoubleWidth() {
      return false;
    }
  }
}
