package dev.paddock.proxy;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/**
 * Lets one request in at a time, so that answers keep their order, and closes the connection after
 * an answer where the client asked for it or could not see the answer's end otherwise.
 */
final class OneRequestAtATime extends ChannelDuplexHandler {
  private boolean requestOpen;
  private boolean answerOpen;
  private boolean informational;
  private boolean keepAlive = true;
  private boolean chunkedAllowed = true;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      requestOpen = true;
      answerOpen = true;
      chunkedAllowed = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
      keepAlive = keepAlive && chunkedAllowed && HttpUtil.isKeepAlive(request);
    }
    if (msg instanceof LastHttpContent) {
      requestOpen = false;
      if (answerOpen) {
        ctx.channel().config().setAutoRead(false);
      }
    }
    ctx.fireChannelRead(msg);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
    if (msg instanceof HttpResponse response) {
      informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (!informational) {
        frame(response);
      }
    }
    if (msg instanceof LastHttpContent && !informational) {
      answerOpen = false;
      if (!keepAlive) {
        promise.addListener(ChannelFutureListener.CLOSE);
      } else if (!requestOpen) {
        // Not at once: many small requests in one packet would pile up on the stack.
        promise.addListener(
            f -> ctx.executor().execute(() -> ctx.channel().config().setAutoRead(true)));
      }
    }
    ctx.write(msg, promise);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      keepAlive = false;
      if (!requestOpen && !answerOpen) {
        ctx.close();
      }
    } else if (event instanceof SslCloseCompletionEvent) {
      // Nobody ends one direction of TLS only: the client has left, and wants no answer.
      ctx.close();
    }
    ctx.fireUserEventTriggered(event);
  }

  private void frame(HttpResponse response) {
    response.setProtocolVersion(HttpVersion.HTTP_1_1);
    if (!chunkedAllowed) {
      HttpUtil.setTransferEncodingChunked(response, false);
    }
    keepAlive = keepAlive && HttpUtil.isKeepAlive(response) && hasEnd(response);
    HttpUtil.setKeepAlive(response, keepAlive);
  }

  private static boolean hasEnd(HttpResponse response) {
    var status = response.status();
    return HttpUtil.isContentLengthSet(response)
        || HttpUtil.isTransferEncodingChunked(response)
        || status.equals(HttpResponseStatus.NO_CONTENT)
        || status.equals(HttpResponseStatus.NOT_MODIFIED);
  }
}
