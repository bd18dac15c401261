package dev.paddock.proxy;

import dev.paddock.proxy.rule.RequestHead;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a proxy changes in every head: headers that are meant for one hop are not passed on. */
final class Heads {
  private static final Set<String> ONE_HOP =
      Set.of("connection", "keep-alive", "te", "upgrade", "http2-settings");

  /** A client must not get these removed by naming them in Connection. */
  private static final Set<String> NEVER_ONE_HOP =
      Set.of("host", "content-length", "transfer-encoding", "authorization", "x-api-key");

  private Heads() {}

  /** The head as the rules see it. */
  static RequestHead of(HttpRequest request) {
    return new RequestHead(request.method().name(), request.uri(), request.headers().entries());
  }

  /** Whether this asks for, or grants, a WebSocket: the only upgrade that is passed on. */
  static boolean upgradesToWebSocket(HttpMessage message) {
    var headers = message.headers();
    return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  /** Removes what is meant for one hop, except the request for a WebSocket and its grant. */
  static void forward(HttpMessage message) {
    var headers = message.headers();
    boolean webSocket = upgradesToWebSocket(message);
    for (var name : named(headers)) {
      if (!NEVER_ONE_HOP.contains(name)) {
        headers.remove(name);
      }
    }
    for (var name : List.copyOf(headers.names())) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (ONE_HOP.contains(lower) || lower.startsWith("proxy-")) {
        headers.remove(name);
      }
    }
    if (webSocket) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
      headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }
  }

  private static List<String> named(HttpHeaders headers) {
    return headers.getAll(HttpHeaderNames.CONNECTION).stream()
        .flatMap(v -> List.of(v.split(",")).stream())
        .map(n -> n.strip().toLowerCase(Locale.ROOT))
        .filter(n -> !n.isEmpty())
        .toList();
  }
}
