package dev.paddock.proxy;

import dev.paddock.proxy.rule.HeadCheck;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

/** Lets only requests through that every server reads in the same way. */
final class HeadCheckHandler extends ChannelInboundHandlerAdapter {
  /** Ten times what clients send; each line costs much more memory than its bytes. */
  private static final int MOST_LINES = 200;

  private final Events events;
  private final String host;

  /** {@code host} is where the connection leads, empty where that is not known. */
  HeadCheckHandler(Events events, String host) {
    this.events = events;
    this.host = host;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      check(ctx, request);
    } else if (msg instanceof HttpContent content && content.decoderResult().isSuccess()) {
      ctx.fireChannelRead(msg);
    } else {
      // A broken chunk, or bytes that followed a CONNECT which came to nothing.
      ReferenceCountUtil.release(msg);
      ctx.close();
    }
  }

  private void check(ChannelHandlerContext ctx, HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      refuse(ctx, statusFor(request.decoderResult().cause()), "the request is malformed");
      return;
    }
    if (request.headers().size() > MOST_LINES) {
      refuse(ctx, 431, "the request has too many header lines");
      return;
    }
    var version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      refuse(ctx, 400, "the request is not HTTP/1.1");
      return;
    }
    var problem = HeadCheck.problem(Heads.of(request));
    if (problem.isPresent()) {
      refuse(ctx, 400, problem.get());
    } else {
      ctx.fireChannelRead(request);
    }
  }

  private void refuse(ChannelHandlerContext ctx, int status, String why) {
    events.refused(host, status, why);
    ctx.writeAndFlush(LocalAnswer.textAndClose(status, why));
  }

  private static int statusFor(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException e -> 414;
      case TooLongHttpHeaderException e -> 431;
      default -> 400;
    };
  }
}
