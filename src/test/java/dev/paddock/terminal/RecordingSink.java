package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what comes out of a gate; text that passes in pieces counts as one. */
final class RecordingSink implements GateSink {
  /** Its palette counts: 0x010101, 0x020202, and so on. */
  static final PaneState DARK_PANE =
      new PaneState(
          TerminalSize.DEFAULT,
          new PaneColours(
              0xe6edf3,
              0x0d1117,
              0x123456,
              IntStream.rangeClosed(1, 16).mapToObj(i -> i * 0x010101).toList(),
              true),
          new PaneState.CellSize(8, 17),
          false);

  private final StringBuilder passed = new StringBuilder();
  private final List<String> answers = new ArrayList<>();
  private final List<TerminalEvent> events = new ArrayList<>();
  private final List<String> order = new ArrayList<>();

  @Override
  public void pass(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    passed.append(text);
    if (!order.isEmpty() && order.getLast().startsWith("pass ")) {
      order.set(order.size() - 1, order.getLast() + text);
    } else {
      order.add("pass " + text);
    }
  }

  @Override
  public void answer(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    answers.add(text);
    order.add("answer " + text);
  }

  @Override
  public void frame(boolean begins) {
    order.add(begins ? "frame" : "end of frame");
  }

  @Override
  public void report(TerminalEvent event) {
    events.add(event);
    order.add("report " + event);
  }

  /** All that passed. */
  String passed() {
    return passed.toString();
  }

  List<String> answers() {
    return answers;
  }

  List<TerminalEvent> events() {
    return events;
  }

  /** All that happened, in order. */
  List<String> order() {
    return order;
  }

  /** What a fresh gate makes of a text, in a terminal of 80 by 24 cells. */
  static RecordingSink of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a fresh gate makes of these bytes, in a terminal of 80 by 24 cells. */
  static RecordingSink of(byte[] bytes) {
    var sink = new RecordingSink();
    sink.gate().accept(bytes, 0, bytes.length);
    return sink;
  }

  /** A fresh gate in a terminal of 80 by 24 cells, whose clock stands still. */
  TerminalGate gate() {
    return new TerminalGate(DARK_PANE, "1.2.3", this, InstantSource.fixed(Instant.EPOCH));
  }
}
