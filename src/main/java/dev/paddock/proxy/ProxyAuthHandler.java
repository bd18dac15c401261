package dev.paddock.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Asks for the listener's secret. git sends it only after a 407 and on the same connection, which
 * therefore stays usable.
 */
final class ProxyAuthHandler extends ChannelInboundHandlerAdapter {
  private final BasicSecret secret;
  private final boolean required;
  private final RequestCodec codec;

  ProxyAuthHandler(BasicSecret secret, boolean required, RequestCodec codec) {
    this.secret = secret;
    this.required = required;
    this.codec = codec;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request && !admits(request)) {
      codec.readAsHttpAgain();
      ctx.writeAndFlush(LocalAnswer.authenticate());
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  private boolean admits(HttpRequest request) {
    var sent = request.headers().getAll(HttpHeaderNames.PROXY_AUTHORIZATION);
    request.headers().remove(HttpHeaderNames.PROXY_AUTHORIZATION);
    return switch (sent.size()) {
      case 0 -> !required;
      case 1 -> secret.matches(sent.getFirst());
      default -> false;
    };
  }
}
