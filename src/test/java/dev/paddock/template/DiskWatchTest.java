package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiskWatchTest {

  @Test
  void interruptsTheBuildWhenRoomRunsOut() {
    var free = new AtomicLong(DiskWatch.LEAST.bytes() - 1);
    try (var watch = new DiskWatch(free::get)) {
      assertThatThrownBy(() -> new CountDownLatch(1).await(20, TimeUnit.SECONDS))
          .isInstanceOf(InterruptedException.class);
      assertThat(watch.full()).isTrue();
    }
  }

  @Test
  void leavesABuildAloneThatHasRoom() throws Exception {
    var looked = new CountDownLatch(2);
    try (var watch =
        new DiskWatch(() -> {
          looked.countDown();
          return DiskWatch.LEAST.bytes();
        })) {
      assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watch.full()).isFalse();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
