package dev.paddock.fake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link Site} answers.
 *
 * @param body one character for each octet
 */
public record SiteAnswer(int status, Map<String, String> headers, String body) {

  /** Opens a WebSocket. */
  public static SiteAnswer switching() {
    return new SiteAnswer(101, Map.of(), "");
  }

  /** JSON text. */
  public static SiteAnswer json(int status, String text) {
    return of(status, "application/json", text);
  }

  /** Server-sent events, in the words that go over the wire. */
  public static SiteAnswer events(String text) {
    return of(200, "text/event-stream", text);
  }

  /** Whether it is made of server-sent events. */
  boolean isStream() {
    return "text/event-stream".equals(headers.get("content-type"));
  }

  /** The same with one more header. */
  public SiteAnswer with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new SiteAnswer(status, more, body);
  }

  private static SiteAnswer of(int status, String type, String text) {
    var octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new SiteAnswer(status, Map.of("content-type", type), octets);
  }
}
