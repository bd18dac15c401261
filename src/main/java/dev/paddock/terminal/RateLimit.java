package dev.paddock.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many through at once, and one more each time that a while has passed. One thread. */
final class RateLimit {
  private final int most;
  private final Duration every;
  private final InstantSource clock;
  private long left;
  private Instant counted;

  RateLimit(int most, Duration every, InstantSource clock) {
    this.most = most;
    this.every = every;
    this.clock = clock;
    left = most;
    counted = clock.instant();
  }

  /** Whether this many may pass now; all or none. */
  boolean take(int count) {
    refill();
    if (count > left) {
      return false;
    }
    left -= count;
    return true;
  }

  private void refill() {
    var now = clock.instant();
    if (now.isBefore(counted)) {
      // Somebody put the clock back.
      counted = now;
      return;
    }
    long more = Duration.between(counted, now).dividedBy(every);
    if (more >= most - left) {
      left = most;
      counted = now;
    } else {
      left += more;
      counted = counted.plus(every.multipliedBy(more));
    }
  }
}
