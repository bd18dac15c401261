package dev.paddock.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a proxy changes in every head: headers that are meant for one hop are not passed on. */
final class HopByHop {
  private static final List<AsciiString> ONE_HOP =
      List.of(
          HttpHeaderNames.CONNECTION,
          AsciiString.cached("keep-alive"),
          HttpHeaderNames.TE,
          HttpHeaderNames.UPGRADE,
          AsciiString.cached("http2-settings"));

  private static final String PROXY = "proxy-";

  /** A client must not get these removed by naming them in Connection. */
  private static final Set<String> NEVER_ONE_HOP =
      Set.of("host", "content-length", "transfer-encoding", "authorization", "x-api-key");

  private HopByHop() {}

  /** Whether this asks for, or grants, a WebSocket: the only upgrade that is passed on. */
  static boolean upgradesToWebSocket(HttpMessage message) {
    var headers = message.headers();
    return headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
  }

  /** Removes what is meant for one hop, except the request for a WebSocket and its grant. */
  static void forward(HttpMessage message) {
    var headers = message.headers();
    boolean webSocket = upgradesToWebSocket(message);
    if (headers.contains(HttpHeaderNames.CONNECTION)) {
      removeNamed(headers);
    }
    ONE_HOP.forEach(headers::remove);
    removeProxys(headers);
    if (webSocket) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
      headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }
  }

  private static void removeNamed(HttpHeaders headers) {
    // By the headers that there are: a client could name thousands that there are not.
    var named = named(headers);
    for (var name : List.copyOf(headers.names())) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (named.contains(lower) && !NEVER_ONE_HOP.contains(lower)) {
        headers.remove(name);
      }
    }
  }

  private static void removeProxys(HttpHeaders headers) {
    List<CharSequence> found = null;
    for (var each = headers.iteratorCharSequence(); each.hasNext(); ) {
      var name = each.next().getKey();
      if (AsciiString.regionMatches(name, true, 0, PROXY, 0, PROXY.length())) {
        found = found == null ? new ArrayList<>() : found;
        found.add(name);
      }
    }
    if (found != null) {
      found.forEach(headers::remove);
    }
  }

  private static Set<String> named(HttpHeaders headers) {
    return headers.getAll(HttpHeaderNames.CONNECTION).stream()
        .flatMap(v -> List.of(v.split(",")).stream())
        .map(n -> n.strip().toLowerCase(Locale.ROOT))
        .filter(n -> !n.isEmpty())
        .collect(Collectors.toSet());
  }
}
