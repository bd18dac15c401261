package dev.paddock.ui.session.requests;

import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.proxy.log.RequestTotals;
import dev.paddock.proxy.usage.Tokens;
import dev.paddock.ui.kit.TimeText;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A request in the words of people. */
final class RequestText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final String[] BYTES = {" B", " kB", " MB", " GB", " TB"};
  private static final String[] COUNT = {"", "k", "M", "G", "T"};

  private RequestText() {}

  static String time(RequestRecord request) {
    return TIME.format(request.time().atZone(ZoneId.systemDefault()));
  }

  /** One word for the table. */
  static String decision(RequestRecord request) {
    var word =
        switch (request.handling()) {
          case TUNNELLED -> "Tunnel";
          case FORWARDED -> "Forwarded";
          case CREDENTIAL_PUT -> "Credential";
          case ANSWERED -> "Answered";
          case REFUSED -> "Blocked";
        };
    return request.count() == 1 ? word : word + " ×" + request.count();
  }

  /** A sentence for one request. */
  static String explanation(RequestRecord request) {
    return switch (request.handling()) {
      case TUNNELLED -> "Passed through unseen, encrypted between the agent and the server.";
      case FORWARDED -> "Forwarded with what the agent sent.";
      case CREDENTIAL_PUT -> "Forwarded with your credential in place of the placeholder.";
      case ANSWERED -> "Answered by Paddock itself.";
      case REFUSED -> "Blocked: " + request.reason();
    };
  }

  static String status(RequestRecord request) {
    return request.status() == 0 ? "–" : String.valueOf(request.status());
  }

  static String size(RequestRecord request) {
    return request.refused() ? "" : bytes(bytesOf(request));
  }

  static long bytesOf(RequestRecord request) {
    return request.traffic().sent() + request.traffic().received();
  }

  static String duration(RequestRecord request) {
    return request.refused() ? "" : duration(request.traffic().duration());
  }

  static String duration(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : TimeText.precise(time);
  }

  /** {@code 2.1k / 15}: in, out. */
  static String tokens(RequestRecord request) {
    return request.tokens().map(RequestText::tokens).orElse("");
  }

  static String totals(RequestTotals totals) {
    var tokens = totals.tokens();
    return grouped(totals.requests())
        + " requests · "
        + grouped(totals.refused())
        + " blocked · "
        + bytes(totals.sent() + totals.received())
        + (tokens.input() + tokens.output() == 0 ? "" : " · " + tokens(tokens) + " tokens");
  }

  /** {@code 812 B}, {@code 1.2 kB}, {@code 34 MB}. */
  static String bytes(long bytes) {
    return scaled(bytes, BYTES);
  }

  private static String tokens(Tokens tokens) {
    return scaled(tokens.input(), COUNT) + " / " + scaled(tokens.output(), COUNT);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String scaled(long number, String[] units) {
    double value = number;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    var format = unit == 0 || value >= 9.95 ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, format, value) + units[unit];
  }

  /** Whether a word is in what the table shows of the request. */
  static boolean mentions(RequestRecord request, String lowerCaseWord) {
    var line = request.request();
    return contains(line.host(), lowerCaseWord)
        || contains(line.path(), lowerCaseWord)
        || contains(line.method(), lowerCaseWord)
        || contains(decision(request), lowerCaseWord)
        || status(request).equals(lowerCaseWord);
  }

  private static boolean contains(String text, String lowerCaseWord) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCaseWord);
  }
}
