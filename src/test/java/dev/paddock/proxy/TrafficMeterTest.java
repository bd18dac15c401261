package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrafficMeterTest {
  // A clock that is about to overflow, as nanoTime may.
  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 3);
  private final TrafficMeter meter = new TrafficMeter(time::get);

  @Test
  void countsSecondBySecond() {
    meter.sent(10);
    meter.received(5);
    pass(1);
    meter.received(7);
    pass(2);
    meter.received(1);
    assertThat(received(5)).containsExactly(0L, 5L, 7L, 0L, 1L);
    assertThat(sent(5)).containsExactly(0L, 10L, 0L, 0L, 0L);
  }

  @Test
  void showsSilenceAsSilence() {
    meter.received(5);
    pass(3);
    assertThat(received(4)).containsExactly(5L, 0L, 0L, 0L);
    pass(100_000);
    assertThat(received(TrafficMeter.SECONDS)).containsOnly(0L);
  }

  @Test
  void forgetsWhatIsOlderThanItRemembers() {
    for (int i = 0; i < 2 * TrafficMeter.SECONDS; i++) {
      meter.received(1);
      pass(1);
    }
    var all = received(TrafficMeter.SECONDS);
    assertThat(all).startsWith(1L, 1L).endsWith(1L, 0L);
  }

  private List<Long> sent(int seconds) {
    return meter.last(seconds).stream().map(TrafficMeter.Second::sent).toList();
  }

  private List<Long> received(int seconds) {
    return meter.last(seconds).stream().map(TrafficMeter.Second::received).toList();
  }

  private void pass(int seconds) {
    time.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
