package dev.paddock.proxy;

import dev.paddock.proxy.connect.ConnectFailure;
import dev.paddock.proxy.connect.Route;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to their server and streams bodies, no faster than the server takes them. The
 * server's connection is lent by the session's pool for one request.
 *
 * <p>The server's channel runs on the client's event loop: no field needs a lock.
 */
final class ForwardHandler extends ChannelInboundHandlerAdapter {
  /** Hardly any server ends a connection so soon, so hardly any request is lost that way. */
  private static final Duration IDLE_FOR_UNREPEATABLE = Duration.ofSeconds(5);

  private final ProxySession session;
  private final HttpStage stage;
  private final ExchangeRecorder log;
  private @Nullable ServerConnection upstream;
  private @Nullable Outbound current;
  private boolean bodyOpen;
  private boolean paused;

  ForwardHandler(ProxySession session, HttpStage stage, ExchangeRecorder log) {
    this.session = session;
    this.stage = stage;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    switch (msg) {
      case Outbound outbound -> begin(ctx, outbound);
      case HttpContent content when upstream != null -> relay(ctx, upstream.channel(), content);
      default -> ReferenceCountUtil.release(msg);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (upstream != null) {
      upstream.channel().flush();
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (upstream != null && ctx.channel().isWritable()) {
      upstream.channel().config().setAutoRead(true);
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
    ChannelErrors.close(ctx, cause);
  }

  /** The request whose answer this server's channel is to bring; null when there is none. */
  @Nullable Outbound current(Channel server) {
    return isUpstream(server) ? current : null;
  }

  /** The answer is through; {@code keep} says whether the server's connection can be used again. */
  void answered(ChannelHandlerContext ctx, boolean keep) {
    current = null;
    if (!keep) {
      drop();
      resume(ctx);
    } else if (!bodyOpen) {
      release();
    }
  }

  /** The server takes more. */
  void upstreamWritable(ChannelHandlerContext ctx) {
    resume(ctx);
  }

  /** Nothing more comes from the server. */
  void abandoned(ChannelHandlerContext ctx, Channel server, AnswerLoss ending) {
    if (upstream == null || !isUpstream(server)) {
      return;
    }
    var unanswered = current;
    boolean wasIdle = upstream.used() && ending == AnswerLoss.SILENT;
    upstream = null;
    current = null;
    if (unanswered == null) {
      resume(ctx);
    } else if (ending == AnswerLoss.CUT_OFF) {
      ctx.close();
    } else if (wasIdle && unanswered.repeatable()) {
      // The server ended an idle connection while the request was on its way.
      connect(ctx, unanswered);
    } else {
      answer(ctx, unanswered, 502, "the server closed the connection without an answer");
      resume(ctx);
    }
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
    drop();
    bodyOpen = !isWhole(outbound);
    var loop = ctx.channel().eventLoop();
    var kept =
        outbound.repeatable()
            ? session.pool().take(outbound.route(), loop)
            : session.pool().take(outbound.route(), loop, IDLE_FOR_UNREPEATABLE);
    if (kept == null) {
      connect(ctx, outbound);
    } else {
      send(ctx, kept, outbound);
      if (bodyOpen) {
        // Whoever waited for the request's credential has paused the client.
        ctx.channel().config().setAutoRead(true);
      }
    }
  }

  private void connect(ChannelHandlerContext ctx, Outbound outbound) {
    current = outbound;
    pause(ctx);
    var opening = session.connector().open(outbound.route(), ctx.channel().eventLoop());
    opening.addListener(f -> {
      if (opening.isSuccess()) {
        opened(ctx, outbound, opening.getNow());
      } else {
        failed(ctx, outbound, ConnectFailure.of(f.cause()));
      }
    });
  }

  private void opened(ChannelHandlerContext ctx, Outbound outbound, Channel channel) {
    if (!ctx.channel().isActive()) {
      channel.close();
      return;
    }
    send(ctx, ServerConnection.over(channel, outbound.route(), session.events()), outbound);
    if (!bodyOpen && !isWhole(outbound)) {
      // It was sent before, on a connection that came to nothing.
      channel.write(LastHttpContent.EMPTY_LAST_CONTENT);
    }
    channel.flush();
    resume(ctx);
  }

  private void send(ChannelHandlerContext ctx, ServerConnection server, Outbound outbound) {
    upstream = server;
    current = outbound;
    server.lend(ctx, this);
    outbound.request().setProtocolVersion(HttpVersion.HTTP_1_1);
    server.channel().write(outbound.request());
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

  private void relay(ChannelHandlerContext ctx, Channel server, HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    server.write(content);
    if (last) {
      server.flush();
      bodyOpen = false;
      if (current == null) {
        release();
      }
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

  /** Once the request is read whole, the next one has to wait for the answer: that is not ours. */
  private void resume(ChannelHandlerContext ctx) {
    if (paused) {
      paused = false;
      if (bodyOpen) {
        ctx.channel().config().setAutoRead(true);
      }
    }
  }

  private static boolean isWhole(Outbound outbound) {
    return outbound.request() instanceof FullHttpRequest;
  }

  private void release() {
    if (upstream != null) {
      var kept = upstream;
      upstream = null;
      session.pool().give(kept);
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

  private boolean isUpstream(Channel server) {
    return upstream != null && upstream.channel().equals(server);
  }
}
