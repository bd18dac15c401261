package dev.paddock.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to their server and streams bodies, no faster than the server takes them. Keeps
 * the server's connection for the next request of the same route.
 *
 * <p>The server's channel runs on the client's event loop: no field needs a lock.
 */
final class ForwardHandler extends ChannelInboundHandlerAdapter {
  private final ProxySession session;
  private final HttpStage stage;
  private final AccessLog log;
  private @Nullable Channel upstream;
  private @Nullable Route route;
  private @Nullable Outbound current;
  private boolean paused;

  ForwardHandler(ProxySession session, HttpStage stage, AccessLog log) {
    this.session = session;
    this.stage = stage;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    switch (msg) {
      case Outbound outbound -> begin(ctx, outbound);
      case HttpContent content when upstream != null -> relay(ctx, upstream, content);
      default -> ReferenceCountUtil.release(msg);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (upstream != null) {
      upstream.flush();
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (upstream != null && ctx.channel().isWritable()) {
      upstream.config().setAutoRead(true);
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    drop();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Broken.close(ctx, cause);
  }

  /** The request whose answer this server's channel is to bring; null when there is none. */
  @Nullable Outbound current(Channel server) {
    return server.equals(upstream) ? current : null;
  }

  /** The answer is through; {@code keep} says whether the server's connection can be used again. */
  void answered(ChannelHandlerContext ctx, boolean keep) {
    current = null;
    if (!keep) {
      drop();
      resume(ctx);
    }
  }

  /** The server takes more. */
  void upstreamWritable(ChannelHandlerContext ctx) {
    resume(ctx);
  }

  /** Nothing more comes from the server; {@code answering} says whether an answer had begun. */
  void abandoned(ChannelHandlerContext ctx, Channel server, boolean answering) {
    if (!server.equals(upstream)) {
      return;
    }
    var unanswered = current;
    upstream = null;
    current = null;
    if (unanswered != null && answering) {
      ctx.close();
      return;
    }
    if (unanswered != null) {
      answer(ctx, unanswered, 502, "the server closed the connection without an answer");
    }
    resume(ctx);
  }

  /** The server has changed to WebSocket: from here on bytes go through as they are. */
  void switched(ChannelHandlerContext ctx, Channel server) {
    upstream = null;
    current = null;
    var entry = log.takeOver();
    entry.status(101);
    Relay.join(ctx.channel(), server, entry, session.events());
    stage.leave();
  }

  private void begin(ChannelHandlerContext ctx, Outbound outbound) {
    current = outbound;
    if (upstream != null && upstream.isActive() && outbound.route().equals(route)) {
      send(upstream, outbound.request());
      return;
    }
    drop();
    current = outbound;
    pause(ctx);
    var opening = session.connector().open(outbound.route(), ctx.channel().eventLoop());
    opening.addListener(f -> {
      if (opening.isSuccess()) {
        opened(ctx, outbound, opening.getNow());
      } else {
        failed(ctx, outbound, Failures.of(f.cause()));
      }
    });
  }

  private void opened(ChannelHandlerContext ctx, Outbound outbound, Channel channel) {
    if (!ctx.channel().isActive()) {
      channel.close();
      return;
    }
    upstream = channel;
    route = outbound.route();
    var codec = new HttpClientCodec(RequestCodec.config(), false, false);
    channel.pipeline().addLast(codec, new ResponseHandler(ctx, this, session.events(), codec));
    send(channel, outbound.request());
    channel.flush();
    resume(ctx);
  }

  private void failed(ChannelHandlerContext ctx, Outbound outbound, ConnectFailure failure) {
    current = null;
    var host = outbound.route().target().host();
    if (failure.kind() == ConnectFailure.Kind.ADDRESS_REFUSED) {
      log.refused(host, status(outbound, failure), failure.text());
    }
    answer(ctx, outbound, status(outbound, failure), failure.text());
    resume(ctx);
  }

  /** No 4xx of ours for an intercepted host: clients would wipe their login. */
  private static int status(Outbound outbound, ConnectFailure failure) {
    return outbound.route() instanceof Route.Clear
        ? failure.status()
        : Math.max(failure.status(), 502);
  }

  private static void answer(
      ChannelHandlerContext ctx, Outbound outbound, int status, String text) {
    ctx.writeAndFlush(
        outbound.route() instanceof Route.Clear
            ? LocalAnswer.text(status, text)
            : LocalAnswer.apiError(status, text));
  }

  private static void send(Channel server, HttpRequest request) {
    request.setProtocolVersion(HttpVersion.HTTP_1_1);
    server.write(request);
  }

  private void relay(ChannelHandlerContext ctx, Channel server, HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    server.write(content);
    if (last) {
      server.flush();
    } else if (!server.isWritable()) {
      server.flush();
      if (!server.isWritable()) {
        pause(ctx);
      }
    }
  }

  private void pause(ChannelHandlerContext ctx) {
    paused = true;
    ctx.channel().config().setAutoRead(false);
  }

  private void resume(ChannelHandlerContext ctx) {
    if (paused) {
      paused = false;
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void drop() {
    current = null;
    if (upstream != null) {
      var old = upstream;
      upstream = null;
      old.close();
    }
  }
}
