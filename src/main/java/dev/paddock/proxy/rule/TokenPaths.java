package dev.paddock.proxy.rule;

import java.util.List;
import java.util.Locale;

/** Paths whose answers are about logins, and so the likeliest to hold a token. */
public final class TokenPaths {
  private static final List<String> WORDS =
      List.of("oauth", "token", "login", "session", "copilot_internal", "auth");

  private TokenPaths() {}

  /** Whether the answer to a request with this target may be about tokens. */
  public static boolean contain(String target) {
    int query = target.indexOf('?');
    var path = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(path::contains);
  }
}
