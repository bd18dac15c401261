package dev.paddock.proxy;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.connect.ConnectFailure;
import dev.paddock.proxy.connect.Route;
import dev.paddock.proxy.rule.ConnectDecision;
import dev.paddock.proxy.rule.Target;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answers every CONNECT: with a tunnel, with our own TLS, or with a reason. All other requests pass
 * on to the next handler.
 */
final class ConnectHandler extends ChannelInboundHandlerAdapter {
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

  private final ProxySession session;
  private final HttpStage stage;
  private final ExchangeRecorder log;

  /** What to do once the request has ended; null while there is no CONNECT. */
  private @Nullable Runnable next;

  /** The way to the server, while it is being opened. */
  private @Nullable Future<Channel> pending;

  private boolean inputEnded;

  ConnectHandler(ProxySession session, HttpStage stage, ExchangeRecorder log) {
    this.session = session;
    this.stage = stage;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request && request.method().equals(HttpMethod.CONNECT)) {
      next = decided(ctx, request);
    } else if (msg instanceof LastHttpContent && next != null) {
      var now = next;
      next = null;
      now.run();
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  /** Whoever has left needs no way to a server. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (pending != null) {
      pending.cancel(false);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    inputEnded |= event instanceof ChannelInputShutdownEvent;
    ctx.fireUserEventTriggered(event);
  }

  private Runnable decided(ChannelHandlerContext ctx, HttpRequest request) {
    var target = Target.parse(request.uri());
    if (target.isEmpty() || hasBody(request)) {
      return () -> refuse(ctx, 400, request.uri(), "CONNECT needs a host and a port, and no body");
    }
    return session
        .names()
        .meant(target.get())
        .map(meant -> decided(ctx, meant))
        .orElse(() -> refuse(ctx, 403, target.get().host(), "the address stands for no name"));
  }

  private Runnable decided(ChannelHandlerContext ctx, Target target) {
    return switch (session.rules().hosts().connect(target)) {
      case ConnectDecision.Refuse(var reason) -> () -> refuse(ctx, 403, target.host(), reason);
      case ConnectDecision.Intercept i -> () -> intercept(ctx, target);
      case ConnectDecision.Tunnel() -> {
        log.handledAs(Handling.TUNNELLED, target.host());
        yield () -> tunnel(ctx, target);
      }
    };
  }

  private void refuse(ChannelHandlerContext ctx, int status, String host, String reason) {
    log.refused(host, status, reason);
    ctx.writeAndFlush(LocalAnswer.textAndClose(status, reason));
  }

  private void intercept(ChannelHandlerContext ctx, Target target) {
    var channel = ctx.channel();
    stage.writeBelow(Unpooled.copiedBuffer(ESTABLISHED, StandardCharsets.US_ASCII));
    HttpStage.addIntercepting(channel, session, target);
    stage.leave();
    channel.config().setAutoRead(true);
  }

  private void tunnel(ChannelHandlerContext ctx, Target target) {
    var opening = session.connector().open(new Route.Tunnel(target), ctx.channel().eventLoop());
    pending = opening;
    opening.addListener(f -> {
      pending = null;
      if (opening.isCancelled()) {
        return;
      }
      if (opening.isSuccess()) {
        established(ctx.channel(), opening.getNow());
      } else {
        failed(ctx, target, ConnectFailure.of(f.cause()));
      }
    });
  }

  private void established(Channel client, Channel upstream) {
    if (!client.isActive()) {
      upstream.close();
      return;
    }
    var entry = log.takeOver();
    entry.status(200);
    stage.writeBelow(Unpooled.copiedBuffer(ESTABLISHED, StandardCharsets.US_ASCII));
    Relay.join(client, upstream, entry, session.events());
    stage.leave();
    Relay.start(client, upstream);
    if (inputEnded) {
      client.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
  }

  private void failed(ChannelHandlerContext ctx, Target target, ConnectFailure failure) {
    if (failure.kind() == ConnectFailure.Kind.ADDRESS_REFUSED) {
      log.refused(target.host(), failure.status(), failure.text());
    }
    ctx.writeAndFlush(LocalAnswer.textAndClose(failure.status(), failure.text()));
  }

  private static boolean hasBody(HttpRequest request) {
    return HttpUtil.isTransferEncodingChunked(request)
        || HttpUtil.getContentLength(request, 0L) > 0;
  }
}
