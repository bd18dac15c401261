package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers what passes the gate, so that the sink is called once per read and not per character. */
final class GateOutput {
  private static final int FLUSH_AT = 16_384;

  private final GateSink sink;
  private final byte[] bytes = new byte[FLUSH_AT];
  private int length;

  GateOutput(GateSink sink) {
    this.sink = sink;
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

  /** An answer for the program; what was passed before goes first. */
  void answer(String text) {
    flush();
    sink.answer(text.getBytes(StandardCharsets.US_ASCII));
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
