package dev.paddock.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends the events of one answer one after the other, each some time after the one before it. */
final class PacedEvents {
  private final ChannelHandlerContext ctx;
  private final Duration pace;
  private Duration next = Duration.ZERO;

  PacedEvents(ChannelHandlerContext ctx, Duration pace) {
    this.ctx = ctx;
    this.pace = pace;
  }

  /** A whole answer of server-sent events. */
  void send(SiteAnswer answer) {
    var response =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
    answer.headers().forEach(response.headers()::set);
    HttpUtil.setTransferEncodingChunked(response, true);
    send(response);
    for (var event : answer.body().split("(?<=\n\n)", -1)) {
      if (!event.isEmpty()) {
        send(new DefaultHttpContent(Unpooled.copiedBuffer(event, ISO_8859_1)));
      }
    }
    send(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  /** One event, or another part of the answer. */
  void send(Object part) {
    ctx.executor().schedule(() -> ctx.writeAndFlush(part), next.toMillis(), TimeUnit.MILLISECONDS);
    next = next.plus(pace);
  }
}
