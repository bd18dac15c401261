package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program would print that wants to harm its terminal. */
@Timeout(120)
final class HostileStreamTest {
  private static final int MUCH = 10_000_000;

  /** Counts, and keeps nothing. */
  private static final class CountingSink implements GateSink {
    private long passed;
    private int largest;
    private long answered;
    private long events;

    @Override
    public void pass(byte[] bytes) {
      passed += bytes.length;
      largest = Math.max(largest, bytes.length);
    }

    @Override
    public void answer(byte[] bytes) {
      answered += bytes.length;
    }

    @Override
    public void frame(boolean begins) {}

    @Override
    public void report(TerminalEvent event) {
      events++;
    }
  }

  private final CountingSink sink = new CountingSink();
  private final TerminalGate gate =
      new TerminalGate(RecordingSink.DARK_PANE, "1.2.3", sink, InstantSource.fixed(Instant.EPOCH));

  @Test
  void cutsEveryFinalByteWithHugeNumbers() {
    var numbers = "99999999999999999999999";
    var prefixes = new String[] {"", "?", ">", "<", "="};
    var intermediates = new String[] {"", " ", "$", "!", "'", "\"", "#", "*"};
    for (var prefix : prefixes) {
      for (var intermediate : intermediates) {
        for (int last = 0x40; last < 0x7F; last++) {
          feed(
              "\033["
                  + prefix
                  + numbers
                  + ";"
                  + numbers
                  + ":"
                  + numbers
                  + intermediate
                  + (char) last);
          feed("\033[" + prefix + (numbers + ";").repeat(1_000) + intermediate + (char) last);
        }
      }
    }
    // Of the widget's sequences none with more than a screenful, and of REP and tabs no more
    // either.
    assertThat(sink.passed).isLessThan(2_000);
    assertThat(sink.answered).isLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\033]0;",
        "\033]52;c;",
        "\033]8;;https://a.b/",
        "\033]99;d=0;",
        "\033P+q",
        "\033P",
        "\033_G",
        "\033^",
        "\033X",
        "\033]",
        "\033[",
        "\033[?1;",
        "\033[1:",
        "\033(",
        "\033#",
        "\033["
      })
  void takesAnEndlessStringInConstantMemory(String introducer) {
    feed(introducer);
    long before = used();
    var chunk = "1".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < MUCH; i += chunk.length) {
      gate.accept(chunk, 0, chunk.length);
    }
    assertThat(used() - before).isLessThan(8 << 20);
    feed("\030\033[0mafter");
    assertThat(sink.answered + sink.events).isZero();
    assertThat(sink.largest).isLessThanOrEqualTo(65_536);
  }

  @Test
  void nestsNothing() {
    feed("\033[\033]\033P\033_".repeat(500_000));
    feed("\033]0;a\033]0;b\033P\033]0;c\007");
    assertThat(sink.events).isEqualTo(1);
    assertThat(sink.answered).isZero();
  }

  @Test
  void takesTenMegabytesWithoutALine() {
    feed("x".repeat(MUCH));
    assertThat(sink.passed).isEqualTo(MUCH);
    assertThat(sink.largest).isLessThanOrEqualTo(16_384);
  }

  @Test
  void replacesBrokenUtf8WithoutEnd() {
    var bytes = new byte[1_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i * 31 % 0x80);
    }
    gate.accept(bytes, 0, bytes.length);
    assertThat(sink.passed).isBetween(1_000_000L, 3_000_000L);
    assertThat(sink.answered + sink.events).isZero();
  }

  @Test
  void holdsNoMoreThanAFewNotificationsOrTitles() {
    long before = used();
    for (int i = 0; i < 100_000; i++) {
      feed("\033]99;d=0;title\033\\\033[22;0t\033[>7u\033]2;" + i + "\007");
    }
    assertThat(used() - before).isLessThan(8 << 20);
  }

  private void feed(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    gate.accept(bytes, 0, bytes.length);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
