package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final String HOSTILE = "\u001b]0;title\u0007\u202eevil";

  private final List<ProxyEvent> told = new ArrayList<>();
  private final Events events = new Events(told::add, new TrafficMeter());

  @Test
  void showsTextFromTheGuestOnlyEscapedAndCut() {
    var line = new RequestLine(HOSTILE, HOSTILE + "x".repeat(500), "/" + HOSTILE.repeat(100));
    events.done(
        line,
        Handling.FORWARDED,
        200,
        new Traffic(1, 2, Duration.ZERO, Duration.ZERO),
        Optional.empty());
    events.refused(HOSTILE, HOSTILE.repeat(100));
    events.refused(line, 403, HOSTILE.repeat(100));
    assertThat(told).hasSize(3);
    for (var event : told) {
      assertThat(event.toString())
          .doesNotContain("\u001b")
          .doesNotContain("\u202e")
          .hasSizeLessThan(900);
    }
  }

  @Test
  void outlivesAnObserverThatFails() {
    var failing =
        new Events(
            e -> {
              throw new IllegalStateException("an observer's mistake, on purpose");
            },
            new TrafficMeter());
    assertThatNoException().isThrownBy(() -> failing.refused("host", "reason"));
  }
}
