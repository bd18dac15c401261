package dev.paddock.terminal;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what belongs to one frame (mode 2026) until it is whole, so that nobody sees half of
 * it, but never longer than {@link #LIMIT} nor more than {@link #MAX_BYTES}: after that, the rest
 * of the frame is shown as it comes. One thread.
 */
public final class FrameHold {
  /** Frames that last longer are shown as far as they are. */
  public static final Duration LIMIT = Duration.ofMillis(150);

  /** Frames that are larger are shown as far as they are. */
  public static final int MAX_BYTES = 1 << 20;

  private final InstantSource clock;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private @Nullable Instant since;

  /** Holds nothing yet. */
  public FrameHold(InstantSource clock) {
    this.clock = clock;
  }

  /** A frame begins. */
  public void begin() {
    if (since == null) {
      since = clock.instant();
    }
  }

  /**
   * Takes bytes of the widget's.
   *
   * @return what can be shown now, perhaps nothing
   */
  public byte[] add(byte[] bytes) {
    if (since == null) {
      return bytes;
    }
    held.writeBytes(bytes);
    return held.size() >= MAX_BYTES || left().isZero() ? end() : new byte[0];
  }

  /**
   * The frame is whole, or has taken too long.
   *
   * @return all that was held
   */
  public byte[] end() {
    since = null;
    var whole = held.toByteArray();
    held.reset();
    return whole;
  }

  /** Whether a frame is on its way; then {@link #left} says how long one may wait for its rest. */
  public boolean holds() {
    return since != null;
  }

  /** How long the frame may still take: from nothing to {@link #LIMIT}. */
  public Duration left() {
    if (since == null) {
      return LIMIT;
    }
    var spent = Duration.between(since, clock.instant());
    // A clock that was put back must not hold the frame for longer.
    if (spent.isNegative() || spent.compareTo(LIMIT) >= 0) {
      return Duration.ZERO;
    }
    return LIMIT.minus(spent);
  }
}
