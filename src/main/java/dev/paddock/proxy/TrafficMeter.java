package dev.paddock.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts a session's bytes as they pass, second by second for the last five minutes. May be used by
 * several threads.
 */
public final class TrafficMeter {
  /** How many seconds it remembers. */
  public static final int SECONDS = 300;

  private static final long NANOS = 1_000_000_000;

  private final LongSupplier nanoTime;
  private final long begun;
  private final long[] sent = new long[SECONDS];
  private final long[] received = new long[SECONDS];
  private long second;

  /**
   * Bytes of one second.
   *
   * @param sent from the guest
   * @param received by the guest
   */
  public record Second(long sent, long received) {}

  /** Nothing has passed yet. */
  public TrafficMeter() {
    this(System::nanoTime);
  }

  /** The same with another clock than {@link System#nanoTime}. */
  public TrafficMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** The last seconds, at most {@link #SECONDS}, oldest first; the last one is not over yet. */
  public synchronized List<Second> last(int seconds) {
    advance();
    var last = new ArrayList<Second>(seconds);
    for (long i = second - seconds + 1; i <= second; i++) {
      int slot = Math.floorMod(i, SECONDS);
      last.add(new Second(sent[slot], received[slot]));
    }
    return last;
  }

  /** Bytes that came from the guest. */
  public synchronized void sent(long bytes) {
    sent[advance()] += bytes;
  }

  /** Bytes that went to the guest. */
  public synchronized void received(long bytes) {
    received[advance()] += bytes;
  }

  /** Makes room for the seconds that have begun since; tells where the current one lies. */
  private int advance() {
    long now = (nanoTime.getAsLong() - begun) / NANOS;
    // Of a long silence only as much as is remembered.
    second = Math.max(second, now - SECONDS);
    while (second < now) {
      second++;
      int slot = Math.floorMod(second, SECONDS);
      sent[slot] = 0;
      received[slot] = 0;
    }
    return Math.floorMod(second, SECONDS);
  }
}
