package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what comes out of a gate; text that passes in pieces counts as one. */
final class RecordingSink implements GateSink {
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
    new TerminalGate(TerminalSize.DEFAULT, "1.2.3", sink).accept(bytes, 0, bytes.length);
    return sink;
  }
}
