package dev.paddock.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. */
final class ManualClock implements InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void set(Duration sinceStart) {
    now = START.plus(sinceStart);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
