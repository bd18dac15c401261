package dev.paddock.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times as people say them. */
public final class TimeText {
  private TimeText() {}

  /** {@code 0.4 s}, {@code 4.2 s}, {@code 45 s}, {@code 2 min 5 s}: for steps. */
  public static String precise(Duration time) {
    if (time.toMillis() < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }

  /** {@code 12 s}, {@code 12 min}, {@code 3 h 5 min}, {@code 2 d 4 h}: for run times. */
  public static String coarse(Duration time) {
    if (time.isNegative() || time.toMinutes() == 0) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    if (time.toHours() == 0) {
      return time.toMinutes() + " min";
    }
    return time.toDays() == 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toDays() + " d " + time.toHoursPart() + " h";
  }

  /**
   * {@code just now}, {@code 5 min ago}, {@code 3 h ago}, {@code yesterday}, {@code 9 days ago}.
   */
  public static String ago(Instant then, Instant now) {
    var time = Duration.between(then, now);
    if (time.toMinutes() < 1) {
      return "just now";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min ago";
    }
    if (time.toDays() < 1) {
      return time.toHours() + " h ago";
    }
    return time.toDays() == 1 ? "yesterday" : time.toDays() + " days ago";
  }

  /** {@code new}, {@code 5 h}, {@code 1 day}, {@code 9 days}: how old something is. */
  public static String age(Instant made, Instant now) {
    var time = Duration.between(made, now);
    if (time.toHours() < 1) {
      return "new";
    }
    if (time.toDays() < 1) {
      return time.toHours() + " h";
    }
    return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
  }
}
