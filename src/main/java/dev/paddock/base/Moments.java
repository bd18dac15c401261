package dev.paddock.base;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as a person reads them. */
public final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private Moments() {}

  /** Date and time of day where this machine is, such as {@code 24 Nov 2026, 20:26}. */
  public static String text(Instant moment) {
    return FORM.format(moment.atZone(ZoneId.systemDefault()));
  }
}
