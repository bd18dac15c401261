package dev.paddock.proxy;

import dev.paddock.proxy.connect.Route;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to leave, followed by its body's parts.
 *
 * @param put the credential that is on it, or null
 */
record Outbound(HttpRequest request, Route route, @Nullable PutCredential put) {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Whether it may be sent twice: it changes nothing, and has no body that is gone by then. */
  boolean repeatable() {
    return SAFE.contains(request.method())
        && !HttpUtil.isTransferEncodingChunked(request)
        && HttpUtil.getContentLength(request, 0L) == 0;
  }
}
