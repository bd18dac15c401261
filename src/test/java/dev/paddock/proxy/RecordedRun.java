package dev.paddock.proxy;

import dev.paddock.terminal.Pty;
import dev.paddock.terminal.Recording;
import dev.paddock.terminal.TerminalSize;
import dev.paddock.ui.terminal.HeadlessTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A program on a pty whose questions are answered as a pane of Paddock's answers them, and what
 * happens to it as a recording.
 */
final class RecordedRun {
  private static final String VERSION = "1.0";
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration QUIET = Duration.ofMillis(1_200);
  private static final Duration SETTLED_LIMIT = Duration.ofSeconds(6);

  private final long started = System.nanoTime();
  private final TerminalSize size;
  private final List<Recording.Event> events = new ArrayList<>();
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private final HeadlessTerminal terminal;
  private final Pty pty;
  private final Thread reader;
  private long lastOutput = started;

  RecordedRun(TerminalSize size, List<String> argv, Map<String, String> environment)
      throws Exception {
    this.size = size;
    pty = Pty.start(argv, environment, size);
    terminal = new HeadlessTerminal(size, VERSION, this::write, event -> {});
    reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Waits until this can be read on the screen. */
  void await(String text) throws InterruptedException {
    await("'" + text + "'", () -> screen().contains(text));
  }

  /** Types this, key by key as a person would, so that nothing takes it for a paste. */
  void type(String text) throws InterruptedException {
    for (var key : text.split("(?!^)", -1)) {
      press(key);
      Thread.sleep(30);
    }
  }

  /** Presses one key. */
  void press(String bytes) {
    synchronized (this) {
      events.add(new Recording.Event.Input(now(), bytes));
    }
    write(bytes.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends a phase once the program has been quiet for a moment. */
  void mark(String name) throws InterruptedException {
    settle();
    synchronized (this) {
      events.add(new Recording.Event.Mark(now(), name));
    }
  }

  /** Makes the window smaller or larger. */
  void resize(TerminalSize next) {
    synchronized (this) {
      events.add(new Recording.Event.Resize(now(), next));
      terminal.resize(next);
    }
    pty.resize(next);
  }

  /** Waits for the program's end. */
  Recording finish() throws Exception {
    var code = pty.exit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    reader.join(LIMIT);
    synchronized (this) {
      events.add(new Recording.Event.Mark(now(), "exit " + code));
      return new Recording(size, List.copyOf(events));
    }
  }

  void kill() {
    pty.hangUp(Duration.ofSeconds(1));
  }

  synchronized String screen() {
    return String.join("\n", terminal.rows());
  }

  private void settle() throws InterruptedException {
    var limit = System.nanoTime() + SETTLED_LIMIT.toNanos();
    // What was just done may not have had its effect yet.
    Thread.sleep(QUIET);
    while (System.nanoTime() < limit && quietFor() < QUIET.toNanos()) {
      Thread.sleep(20);
    }
  }

  private synchronized long quietFor() {
    return System.nanoTime() - lastOutput;
  }

  private void await(String what, BooleanSupplier there) throws InterruptedException {
    var limit = System.nanoTime() + LIMIT.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > limit || (pty.exit().isDone() && !reader.isAlive())) {
        throw new IllegalStateException("no " + what + " on the screen:\n" + screen());
      }
      Thread.sleep(20);
    }
  }

  private void read() {
    var buffer = new byte[16 << 10];
    try {
      for (int n = pty.input().read(buffer); n >= 0; n = pty.input().read(buffer)) {
        take(buffer, n);
      }
    } catch (IOException e) {
      // The pty went away with the program.
    }
  }

  private synchronized void take(byte[] buffer, int count) {
    lastOutput = System.nanoTime();
    partial.write(buffer, 0, count);
    var bytes = partial.toByteArray();
    int whole = whole(bytes);
    partial.reset();
    partial.write(bytes, whole, bytes.length - whole);
    if (whole > 0) {
      var text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      events.add(new Recording.Event.Output(now(), text));
      terminal.accept(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How many of these bytes are whole characters. */
  private static int whole(byte[] bytes) {
    int start = bytes.length;
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int value = bytes[bytes.length - back] & 0xff;
      int needed = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : value >= 0xc0 ? 2 : 1;
      if (value >= 0xc0 && needed > back) {
        start = bytes.length - back;
      }
      if (value < 0x80 || value >= 0xc0) {
        break;
      }
    }
    return start;
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private void write(byte[] bytes) {
    try {
      pty.write(bytes);
    } catch (IOException e) {
      if (!pty.exit().isDone()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
