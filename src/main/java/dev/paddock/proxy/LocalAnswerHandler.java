package dev.paddock.proxy;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer of our own until the request's body has been read and thrown away, so that the
 * connection can go on. A client that waits for a "100 Continue" gets it at once, and the
 * connection ends.
 */
final class LocalAnswerHandler extends ChannelDuplexHandler {
  private boolean bodyEnded;
  private boolean expectsContinue;
  private boolean answered;
  private @Nullable LocalAnswer waiting;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      bodyEnded = false;
      answered = false;
      expectsContinue = HttpUtil.is100ContinueExpected(request);
    }
    if (msg instanceof LastHttpContent) {
      bodyEnded = true;
    }
    if (msg instanceof HttpContent && answered) {
      ReferenceCountUtil.release(msg);
      if (bodyEnded && waiting != null) {
        send(ctx, waiting, ctx.newPromise());
      }
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
    if (!(msg instanceof LocalAnswer answer)) {
      ctx.write(msg, promise);
      return;
    }
    answered = true;
    if (bodyEnded || answer.close()) {
      send(ctx, answer, promise);
    } else if (expectsContinue) {
      send(ctx, closing(answer), promise);
    } else {
      waiting = answer;
      promise.setSuccess();
    }
  }

  private void send(ChannelHandlerContext ctx, LocalAnswer answer, ChannelPromise promise) {
    waiting = null;
    ctx.writeAndFlush(answer.response(), promise);
  }

  private static LocalAnswer closing(LocalAnswer answer) {
    return new LocalAnswer(
        answer.status(), answer.contentType(), answer.body(), answer.headers(), true);
  }
}
