package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Gathers what passes the gate, so that the sink is called once per read and not per character.
 *
 * <p>Answers are limited to {@value #ANSWERED_AT_ONCE} bytes, and as many a second: far more than
 * any client asks for, and too little to fill or keep busy anything for a program that asks in a
 * loop.
 */
final class GateOutput {
  static final int ANSWERED_AT_ONCE = 65_536;

  private static final int FLUSH_AT = 16_384;
  private static final int POSITION_REPORT = 12;
  private static final int LONGEST_NUMBERS = 16;

  private final GateSink sink;
  private final RateLimit answers;
  private final byte[] bytes = new byte[FLUSH_AT];
  private int length;
  private boolean inFrame;

  GateOutput(GateSink sink, InstantSource clock) {
    this.sink = sink;
    var every = Duration.ofSeconds(1).dividedBy(ANSWERED_AT_ONCE);
    answers = new RateLimit(ANSWERED_AT_ONCE, every, clock);
  }

  void bytes(byte[] source, int from, int to) {
    int position = from;
    while (position < to) {
      int part = Math.min(to - position, room());
      System.arraycopy(source, position, bytes, length, part);
      length += part;
      position += part;
    }
  }

  void character(int codePoint) {
    var encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    whole(encoded);
  }

  void control(int code) {
    whole(new byte[] {(byte) code});
  }

  /** A sequence of ASCII that begins with ESC. */
  void escape(String rest) {
    whole(("\033" + rest).getBytes(StandardCharsets.US_ASCII));
  }

  /** A control sequence of ASCII. */
  void csi(String rest) {
    escape("[" + rest);
  }

  /** A control sequence with one number. */
  void csi(int number, int last) {
    begin();
    number(number);
    put(last);
  }

  /** A control sequence with numbers already written, at most 1,000 characters of ASCII. */
  void csi(CharSequence numbers, int last) {
    if (numbers.length() + LONGEST_NUMBERS > FLUSH_AT - length) {
      flush();
    }
    begin();
    for (int i = 0; i < numbers.length(); i++) {
      put(numbers.charAt(i));
    }
    put(last);
  }

  /** A control sequence with two numbers. */
  void csi(int first, int second, int last) {
    begin();
    number(first);
    put(';');
    number(second);
    put(last);
  }

  /** An answer for the program; what was passed before goes first. */
  void answer(String text) {
    if (answers.take(text.length())) {
      flush();
      sink.answer(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Lets the widget tell where its cursor is: only it knows. */
  void askPosition() {
    if (answers.take(POSITION_REPORT)) {
      // It would not see the question before the frame's end.
      frame(false);
      csi("6n");
    }
  }

  /** The begin or the end of a frame. */
  void frame(boolean begins) {
    if (inFrame != begins) {
      flush();
      inFrame = begins;
      sink.frame(begins);
    }
  }

  void report(TerminalEvent event) {
    flush();
    sink.report(event);
  }

  void flush() {
    if (length > 0) {
      var passed = Arrays.copyOf(bytes, length);
      length = 0;
      sink.pass(passed);
    }
  }

  private void begin() {
    if (LONGEST_NUMBERS > FLUSH_AT - length) {
      flush();
    }
    put(0x1B);
    put('[');
  }

  /** A number from 0 to 99999. */
  private void number(int value) {
    int divisor = 1;
    while (value / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      put('0' + value / divisor % 10);
    }
  }

  private void put(int b) {
    bytes[length++] = (byte) b;
  }

  private void whole(byte[] source) {
    if (source.length > FLUSH_AT - length) {
      flush();
    }
    bytes(source, 0, source.length);
  }

  private int room() {
    if (length == FLUSH_AT) {
      flush();
    }
    return FLUSH_AT - length;
  }
}
