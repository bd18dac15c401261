package dev.paddock.proxy.scrub;

import java.util.List;

/**
 * Where a provider tells about a login, and so could repeat it. A secret cannot be found in a body
 * that is compressed, so there the answer is asked for as it is; everywhere else compression is
 * left to client and server.
 */
public final class TokenPaths {
  private static final List<String> BELOW =
      List.of(
          "/v1/oauth/", "/api/oauth/", "/api/auth/", "/oauth/", "/login/", "/copilot_internal/");

  private static final List<String> EXACTLY =
      List.of("/user", "/backend-api/me", "/backend-api/wham/accounts/check");

  private TokenPaths() {}

  /** Whether an answer may tell about a login. */
  public static boolean matches(String target) {
    int query = target.indexOf('?');
    var path = query < 0 ? target : target.substring(0, query);
    return BELOW.stream().anyMatch(path::startsWith) || EXACTLY.contains(path);
  }
}
