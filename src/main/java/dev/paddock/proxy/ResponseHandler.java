package dev.paddock.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Streams a server's answers to the client that has the connection at the moment, no faster than
 * that takes them, each part as it comes. Sits at the end of the server's channel, on the client's
 * event loop.
 */
final class ResponseHandler extends ChannelInboundHandlerAdapter {
  /** More than any server sends; each line costs much more memory than its bytes. */
  private static final int MOST_LINES = 500;

  private static final String KEEP_ALIVE = "keep-alive";
  private static final Pattern TIMEOUT = Pattern.compile("timeout\\s*=\\s*(\\d{1,6})");
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Events events;
  private final HttpClientCodec codec;
  private @Nullable Loan loan;
  private @Nullable AnswerScrub scrub;
  private boolean answering;
  private boolean informational;
  private boolean switching;
  private boolean keepAlive;
  private Duration keptFor = FOR_EVER;

  /** Whom an answer is for. */
  private record Loan(ChannelHandlerContext client, ForwardHandler forward) {}

  ResponseHandler(Events events, HttpClientCodec codec) {
    this.events = events;
    this.codec = codec;
  }

  void lend(ChannelHandlerContext client, ForwardHandler forward) {
    loan = new Loan(client, forward);
  }

  void giveBack() {
    loan = null;
  }

  /** How long the server keeps the connection when it is idle, by its own word. */
  Duration keptFor() {
    return keptFor;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    var current = loan;
    var request = current == null ? null : current.forward().current(ctx.channel());
    if (current == null || request == null || broken(request, msg)) {
      // Nothing of it, nor of what follows it, is for a client.
      abandon(ctx, AnswerLoss.WRONG);
      ReferenceCountUtil.release(msg);
      ctx.close();
      return;
    }
    var client = current.client().channel();
    if (msg instanceof HttpResponse response) {
      begin(request, response, client);
    }
    if (scrub != null && msg instanceof HttpContent part) {
      scrub.part(part);
    } else {
      client.write(msg);
    }
    if (msg instanceof LastHttpContent) {
      end(ctx, current);
    } else if (!client.isWritable()) {
      client.flush();
      ctx.channel().config().setAutoRead(client.isWritable());
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (loan != null) {
      loan.client().channel().flush();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (loan != null && ctx.channel().isWritable()) {
      loan.forward().upstreamWritable(loan.client());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslCloseCompletionEvent && loan == null) {
      ctx.close();
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    abandon(ctx, AnswerLoss.SILENT);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ChannelErrors.close(ctx, cause);
  }

  private void abandon(ChannelHandlerContext ctx, AnswerLoss ending) {
    if (loan != null) {
      loan.forward()
          .abandoned(loan.client(), ctx.channel(), answering ? AnswerLoss.CUT_OFF : ending);
    }
  }

  private static boolean broken(Outbound request, Object msg) {
    return switch (msg) {
      case HttpResponse response ->
          response.decoderResult().isFailure()
              || response.headers().size() > MOST_LINES
              || (switches(response) && !switchIsWanted(request, response));
      case HttpContent content -> content.decoderResult().isFailure();
      default -> true;
    };
  }

  private static boolean switches(HttpResponse response) {
    return response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
  }

  private static boolean switchIsWanted(Outbound request, HttpResponse response) {
    return HopByHop.upgradesToWebSocket(request.request())
        && HopByHop.upgradesToWebSocket(response);
  }

  private void begin(Outbound request, HttpResponse response, Channel client) {
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    switching = switches(response);
    answering |= !informational;
    keepAlive = HttpUtil.isKeepAlive(response);
    keptFor = keptFor(response.headers().get(KEEP_ALIVE));
    HopByHop.forward(response);
    scrub(request, response, client);
    if (response.status().equals(HttpResponseStatus.UNAUTHORIZED) && request.put() != null) {
      request.put().refused();
    }
  }

  private void end(ChannelHandlerContext ctx, Loan current) {
    var client = current.client().channel();
    client.flush();
    if (switching) {
      Channel server = ctx.channel();
      current.forward().switched(current.client(), server);
      server.pipeline().remove(this);
      server.pipeline().remove(codec);
      Relay.start(client, server);
    } else if (!informational) {
      answering = false;
      scrub = null;
      current.forward().answered(current.client(), keepAlive);
    }
  }

  /** Less than the server says, for the way there. */
  private static Duration keptFor(@Nullable String keepAlive) {
    var timeout = keepAlive == null ? null : TIMEOUT.matcher(keepAlive);
    return timeout != null && timeout.find()
        ? Duration.ofSeconds(Math.max(0, Long.parseLong(timeout.group(1)) - 1))
        : FOR_EVER;
  }

  private void scrub(Outbound request, HttpResponse response, Channel client) {
    var put = request.put();
    if (put != null) {
      // One for a request: informational answers come before its answer.
      scrub = scrub == null ? new AnswerScrub(put, request.route().target().host(), events) : scrub;
      scrub.head(response, client);
    }
  }
}
