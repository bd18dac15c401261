package dev.paddock.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** One connection to a {@link FakeInternet}. */
final class FakeServer extends SimpleChannelInboundHandler<Object> {
  private static final int LARGEST_FRAME = 8 << 20;

  private final Function<SiteRequest, Site> sites;
  private final Supplier<Duration> pace;
  private Site site = request -> SiteAnswer.json(404, "{}");

  FakeServer(Function<SiteRequest, Site> sites, Supplier<Duration> pace) {
    this.sites = sites;
    this.pace = pace;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Object msg) {
    switch (msg) {
      case FullHttpRequest request -> answer(ctx, request.retain());
      case TextWebSocketFrame frame -> {
        var events = new PacedEvents(ctx, pace.get());
        for (var text : site.answers(frame.text())) {
          events.send(new TextWebSocketFrame(text));
        }
      }
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close ->
          ctx.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
      default -> {}
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private void answer(ChannelHandlerContext ctx, FullHttpRequest request) {
    var asked = read(request);
    site = sites.apply(asked);
    var askedSite = site;
    Thread.startVirtualThread(() -> {
      var answer = answer(askedSite, asked);
      ctx.executor()
          .execute(() -> {
            try {
              write(ctx, request, answer);
            } finally {
              request.release();
            }
          });
    });
  }

  private static SiteAnswer answer(Site site, SiteRequest request) {
    try {
      return site.answer(request);
    } catch (Exception e) {
      return SiteAnswer.json(500, "{\"message\":\"" + e.getClass().getName() + "\"}");
    }
  }

  private void write(ChannelHandlerContext ctx, FullHttpRequest request, SiteAnswer answer) {
    if (answer.status() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
      var url = "wss://" + request.headers().get(HttpHeaderNames.HOST) + request.uri();
      new WebSocketServerHandshakerFactory(url, null, true, LARGEST_FRAME)
          .newHandshaker(request)
          .handshake(ctx.channel(), request);
      return;
    }
    if (pace.get().isPositive() && answer.isStream()) {
      new PacedEvents(ctx, pace.get()).send(answer);
      return;
    }
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), ISO_8859_1));
    answer.headers().forEach(response.headers()::set);
    HttpUtil.setContentLength(response, answer.body().length());
    var sent = ctx.writeAndFlush(response);
    if (!HttpUtil.isKeepAlive(request)) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static SiteRequest read(FullHttpRequest request) {
    var headers = new HashMap<String, String>();
    for (var header : request.headers()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return new SiteRequest(
        headers.getOrDefault("host", "").toLowerCase(Locale.ROOT),
        request.method().name(),
        request.uri(),
        headers,
        request.content().toString(ISO_8859_1));
  }
}
