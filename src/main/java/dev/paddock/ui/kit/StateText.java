package dev.paddock.ui.kit;

import dev.paddock.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;

/** A session's state in words. */
public final class StateText {
  private StateText() {}

  /** {@code Running 12 min}, {@code Stopping}, {@code Ended}. */
  public static String full(SessionStatus status, Instant now) {
    return switch (status.state()) {
      case PLANNED -> "Planned";
      case STARTING -> "Starting " + time(status, now);
      case RUNNING -> "Running " + time(status, now);
      case STOPPING -> "Stopping";
      case ENDED -> "Ended";
      case FAILED -> "Failed";
    };
  }

  /** The shortest form, for lists: the run time, or the state where there is none. */
  public static String brief(SessionStatus status, Instant now) {
    return switch (status.state()) {
      case PLANNED, STARTING -> "starting";
      case RUNNING -> time(status, now);
      case STOPPING -> "stopping";
      case ENDED -> "ended";
      case FAILED -> "failed";
    };
  }

  private static String time(SessionStatus status, Instant now) {
    return TimeText.coarse(Duration.between(status.since(), now));
  }
}
