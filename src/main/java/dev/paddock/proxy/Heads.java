package dev.paddock.proxy;

import dev.paddock.proxy.rule.RequestHead;
import io.netty.handler.codec.http.HttpRequest;

/** Heads as the rules see them. */
final class Heads {
  private Heads() {}

  static RequestHead of(HttpRequest request) {
    return new RequestHead(request.method().name(), request.uri(), request.headers().entries());
  }
}
