package dev.paddock.proxy.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.Json;
import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.ProxyEvent.LoginUnavailable;
import dev.paddock.proxy.ProxyEvent.Refused;
import dev.paddock.proxy.ProxyEvent.RequestDone;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.SecretInAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An event as a line of JSON; the README names the fields. */
final class LogLine {
  private LogLine() {}

  /**
   * A line with its end.
   *
   * @param repeated how many equal events this line stands for, besides the one told before; 0 for
   *     an event by itself
   */
  static byte[] of(ProxyEvent event, long repeated, boolean detailed) {
    var line = at(event.time());
    switch (event) {
      case RequestDone done -> put(line, done, detailed);
      case Refused refused -> put(line, refused);
      case LoginUnavailable login ->
          line.put("decision", "login_unavailable")
              .put("credential", login.kind().label())
              .put("reason", login.reason());
      case SecretInAnswer secret ->
          line.put("decision", "secret_in_answer").put("host", secret.host());
    }
    if (repeated > 0) {
      line.put("repeated", repeated);
    }
    return bytes(line);
  }

  /** Says that lines are missing here. */
  static byte[] dropped(Instant now, long count) {
    return bytes(at(now).put("dropped", count));
  }

  private static ObjectNode at(Instant time) {
    return Json.mapper()
        .createObjectNode()
        .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static void put(ObjectNode line, RequestDone done, boolean detailed) {
    put(line, done.request());
    line.put("decision", done.handling().name().toLowerCase(Locale.ROOT))
        .put("status", done.status())
        .put("sent", done.traffic().sent())
        .put("received", done.traffic().received())
        .put("ms", done.traffic().duration().toMillis());
    if (detailed) {
      line.put("wait_ms", done.traffic().untilAnswer().toMillis());
    }
    done.tokens().ifPresent(t -> line.put("tokens_in", t.input()).put("tokens_out", t.output()));
  }

  private static void put(ObjectNode line, Refused refused) {
    put(line, refused.request());
    line.put("decision", "refused").put("status", refused.status()).put("reason", refused.reason());
  }

  private static void put(ObjectNode line, RequestLine request) {
    line.put("host", request.host()).put("method", request.method()).put("path", request.path());
  }

  private static byte[] bytes(ObjectNode line) {
    try {
      return (Json.mapper().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }
}
