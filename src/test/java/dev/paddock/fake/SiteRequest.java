package dev.paddock.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * A request that has arrived at a {@link FakeInternet}.
 *
 * @param target path and query
 * @param headers by lower-case names
 * @param body one character for each octet
 */
public record SiteRequest(
    String host, String method, String target, Map<String, String> headers, String body) {

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What follows the question mark, or an empty text. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** A header's value, or an empty one. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The token or password in Authorization, of any scheme, or an empty text. */
  public String token() {
    var sent = header("authorization");
    var value = sent.substring(sent.indexOf(' ') + 1);
    if (!sent.regionMatches(true, 0, "Basic ", 0, 6)) {
      return value;
    }
    var both = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    return both.substring(both.indexOf(':') + 1);
  }

  /** Everything that could hold a token, as one text. */
  public String text() {
    return this + " " + token() + " " + headers + " " + body;
  }

  @Override
  public String toString() {
    return method + " " + host + target;
  }
}
