package dev.paddock.proxy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Waits until somebody who writes can write no more. */
final class Stalled {
  private static final int STILL = 10;

  private Stalled() {}

  /** The count once it has stood still for half a second; the largest number if it never does. */
  static long at(AtomicLong count) {
    var deadline = Instant.now().plus(Duration.ofSeconds(20));
    long last = -1;
    int still = 0;
    while (still < STILL && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      long now = count.get();
      still = now == last && now > 0 ? still + 1 : 0;
      last = now;
    }
    return still == STILL ? last : Long.MAX_VALUE;
  }
}
