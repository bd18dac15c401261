package dev.paddock.activity;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a program draws on by itself. What follows a key or a new size at once is taken for its
 * echo; before the first key it is the program's own start.
 */
final class Rhythm {
  private static final Duration ECHO = Duration.ofMillis(400);
  private static final Duration GAP = Duration.ofSeconds(1);
  private static final Duration SPAN = Duration.ofMillis(400);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int WRITES = 5;

  private int writes;
  private Instant first = Instant.MIN;
  private Instant echoUntil = Instant.MAX;
  private Instant last = Instant.MIN;
  private Instant lastTouch = Instant.MIN;
  private boolean drawing;

  /** The person typed. */
  void touched(Instant now) {
    lastTouch = now;
    ignoreEcho(now);
  }

  /** Ignores what follows a new size, but takes it for no key. */
  void resized(Instant now) {
    if (!echoUntil.equals(Instant.MAX)) {
      ignoreEcho(now);
    }
  }

  /** Whether the person typed after what the program last wrote by itself. */
  boolean touchedLast() {
    return lastTouch.isAfter(last);
  }

  /** Whether what is written now may follow from a key, or from the program's start. */
  boolean echoes(Instant now) {
    return now.isBefore(echoUntil);
  }

  void wrote(Instant now) {
    if (echoes(now)) {
      return;
    }
    if (writes == 0 || last.isBefore(now.minus(GAP))) {
      writes = 0;
      first = now;
    }
    writes++;
    last = now;
    drawing |= writes >= WRITES && !first.isAfter(now.minus(SPAN));
  }

  /** Whether it draws on by itself, or did until a moment ago. */
  boolean drawing(Instant now) {
    if (drawing && last.isBefore(now.minus(QUIET))) {
      drawing = false;
      writes = 0;
    }
    return drawing;
  }

  private void ignoreEcho(Instant now) {
    echoUntil = now.plus(ECHO);
    writes = 0;
  }
}
