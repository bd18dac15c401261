package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FrameHoldTest {
  private Instant now = Instant.EPOCH;
  private final FrameHold hold = new FrameHold(() -> now);

  @Test
  void showsWhatBelongsToNoFrameAtOnce() {
    assertThat(add("a")).isEqualTo("a");
    assertThat(hold.holds()).isFalse();
    assertThat(text(hold.end())).isEmpty();
  }

  @Test
  void showsAFrameAtItsEnd() {
    hold.begin();
    assertThat(hold.holds()).isTrue();
    assertThat(add("a") + add("b")).isEmpty();
    assertThat(text(hold.end())).isEqualTo("ab");
    assertThat(add("c")).isEqualTo("c");
  }

  @Test
  void holdsNothingForLongerThanTheLimit() {
    hold.begin();
    add("a");
    now = now.plusMillis(100);
    // A frame that begins again is still the one from before.
    hold.begin();
    assertThat(hold.left()).isEqualTo(Duration.ofMillis(50));
    now = now.plusMillis(50);
    assertThat(hold.left()).isZero();
    assertThat(add("b")).isEqualTo("ab");
    assertThat(add("c")).isEqualTo("c");
  }

  @Test
  void holdsNoLongerWhereTheClockWasPutBack() {
    hold.begin();
    now = now.minusSeconds(1_000);
    assertThat(hold.left()).isZero();
  }

  @Test
  void holdsNoMoreThanTheLimit() {
    hold.begin();
    var piece = "x".repeat(FrameHold.MAX_BYTES / 4);
    assertThat(add(piece) + add(piece) + add(piece)).isEmpty();
    assertThat(add(piece)).hasSize(FrameHold.MAX_BYTES);
    assertThat(add("y")).isEqualTo("y");
  }

  @Test
  void isToldByTheGateWhereAFrameBeginsAndEnds() {
    assertThat(
            RecordingSink.of("a\033[?2026h\033[?2026hb\033[?2026$pc\033[?2026ld\033[?2026l")
                .order())
        .containsExactly(
            "pass a",
            "frame",
            "pass b",
            "answer \033[?2026;1$y",
            "pass c",
            "end of frame",
            "pass d");
  }

  @Test
  void isOverWhereTheWidgetIsAskedOrReset() {
    assertThat(RecordingSink.of("\033[?2026ha\033[6nb").order())
        .containsExactly("frame", "pass a", "end of frame", "pass \033[6nb");
    assertThat(RecordingSink.of("\033[?2026h\033c").order()).startsWith("frame", "end of frame");
  }

  private String add(String text) {
    return text(hold.add(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
