package dev.paddock.base;

import java.time.Duration;
import java.time.Instant;

/**
 * Names one process for good: the system reuses process ids, but not with the same start time.
 *
 * @param pid process id
 * @param started start time in milliseconds since the epoch, 0 where the system does not tell
 */
public record ProcessIdentity(long pid, long started) {
  /** Linux computes the start time from clock ticks, which drifts a little from call to call. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** This process. */
  public static ProcessIdentity self() {
    return of(ProcessHandle.current());
  }

  /** The process behind a handle. */
  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), startOf(handle));
  }

  /** Whether that very process still runs. */
  public boolean alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(h -> Math.abs(startOf(h) - started) <= TOLERANCE.toMillis())
        .orElse(false);
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
