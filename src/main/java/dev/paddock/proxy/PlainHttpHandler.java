package dev.paddock.proxy;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.connect.Route;
import dev.paddock.proxy.rule.RequestDecision;
import dev.paddock.proxy.rule.Target;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** Sends {@code GET http://host/path} on to the host, without what was meant for the proxy. */
final class PlainHttpHandler extends ChannelInboundHandlerAdapter {
  private static final String HTTP = "http://";
  private static final int PORT = 80;

  private final ProxySession session;
  private final ExchangeRecorder log;

  PlainHttpHandler(ProxySession session, ExchangeRecorder log) {
    this.session = session;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      route(ctx, request);
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  private void route(ChannelHandlerContext ctx, HttpRequest request) {
    var uri = request.uri();
    if (!uri.regionMatches(true, 0, HTTP, 0, HTTP.length()) || uri.indexOf('#') >= 0) {
      refuse(ctx, 400, "", "this proxy takes CONNECT and http:// requests only");
      return;
    }
    int end = endOfAuthority(uri);
    Optional<Target> target = Target.parse(uri.substring(HTTP.length(), end), PORT);
    if (target.isEmpty()) {
      refuse(ctx, 400, "", "the request names no valid host");
      return;
    }
    route(ctx, request, target.get(), uri.substring(end));
  }

  private void route(ChannelHandlerContext ctx, HttpRequest request, Target target, String path) {
    if (session.rules().decideInClear(target, Heads.of(request))
        instanceof RequestDecision.Refuse(var status, var reason)) {
      refuse(ctx, status, target.host(), reason);
    } else {
      log.handledAs(Handling.FORWARDED, target.host());
      HopByHop.forward(request);
      request.setUri(path.startsWith("/") ? path : "/" + path);
      request.headers().set(HttpHeaderNames.HOST, target.hostHeader(PORT));
      ctx.fireChannelRead(new Outbound(request, new Route.Clear(target), null));
    }
  }

  private void refuse(ChannelHandlerContext ctx, int status, String host, String reason) {
    log.refused(host, status, reason);
    ctx.writeAndFlush(LocalAnswer.text(status, reason));
  }

  private static int endOfAuthority(String uri) {
    for (int i = HTTP.length(); i < uri.length(); i++) {
      if (uri.charAt(i) == '/' || uri.charAt(i) == '?') {
        return i;
      }
    }
    return uri.length();
  }
}
