package dev.paddock.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a program draws on by itself. What follows a key or a new size at once is taken for its
 * echo; before the first key it is the program's own start.
 */
final class Rhythm {
  private static final Duration ECHO = Duration.ofMillis(800);
  private static final Duration WINDOW = Duration.ofSeconds(2);
  private static final Duration SPAN = Duration.ofMillis(600);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int WRITES = 5;

  private final Deque<Instant> writes = new ArrayDeque<>();
  private Instant echoUntil = Instant.MAX;
  private Instant last = Instant.MIN;
  private boolean drawing;

  void touched(Instant now) {
    echoUntil = now.plus(ECHO);
    writes.clear();
  }

  /** Ignores what follows a new size, but takes it for no key. */
  void resized(Instant now) {
    if (!echoUntil.equals(Instant.MAX)) {
      touched(now);
    }
  }

  /** Whether what is written now may follow from a key, or from the program's start. */
  boolean echoes(Instant now) {
    return now.isBefore(echoUntil);
  }

  void wrote(Instant now) {
    last = now;
    if (drawing || echoes(now)) {
      return;
    }
    writes.addLast(now);
    while (writes.size() > WRITES) {
      writes.removeFirst();
    }
    var first = writes.getFirst();
    drawing =
        writes.size() == WRITES
            && !first.isBefore(now.minus(WINDOW))
            && !first.isAfter(now.minus(SPAN));
  }

  /** Whether it draws on by itself, or did until a moment ago. */
  boolean drawing(Instant now) {
    if (drawing && last.isBefore(now.minus(QUIET))) {
      drawing = false;
      writes.clear();
    }
    return drawing;
  }
}
