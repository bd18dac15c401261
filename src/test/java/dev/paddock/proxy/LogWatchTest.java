package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogWatchTest {

  @Test
  void seesABufferThatWasNotReleased() {
    try (var watch = new LogWatch()) {
      assertThatCode(watch::assertNothingLeaked).doesNotThrowAnyException();
      lose();
      var deadline = Instant.now().plus(Duration.ofSeconds(20));
      while (watch.lines().isEmpty() && Instant.now().isBefore(deadline)) {
        System.gc();
        ByteBufAllocator.DEFAULT.directBuffer(1).release();
      }
      assertThatThrownBy(watch::assertNothingLeaked).isInstanceOf(AssertionError.class);
    }
  }

  private static void lose() {
    ByteBufAllocator.DEFAULT.directBuffer(7);
  }
}
