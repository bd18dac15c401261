package dev.paddock.proxy.connect;

import dev.paddock.proxy.connect.ConnectFailure.Kind;
import dev.paddock.proxy.rule.Target;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.Arrays;

/** Asks the user's proxy for a tunnel; removes itself and its codec once it has one. */
final class ProxyConnectHandler extends ChannelInboundHandlerAdapter {
  private static final byte[] BASIC = {'B', 'a', 's', 'i', 'c', ' '};

  private final HttpClientCodec codec;
  private final Promise<Channel> connected;
  private int status;

  private ProxyConnectHandler(HttpClientCodec codec, Promise<Channel> connected) {
    this.codec = codec;
    this.connected = connected;
  }

  static Future<Channel> connect(Channel channel, UpstreamProxy proxy, Target target) {
    Promise<Channel> connected = channel.eventLoop().newPromise();
    var codec = new HttpClientCodec();
    channel.pipeline().addLast(codec, new ProxyConnectHandler(codec, connected));
    var request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.CONNECT, target.authority());
    request.headers().set(HttpHeaderNames.HOST, target.authority());
    authorize(request, proxy);
    channel.writeAndFlush(request);
    return connected;
  }

  private static void authorize(DefaultFullHttpRequest request, UpstreamProxy proxy) {
    var basic = proxy.basic();
    if (basic == null) {
      return;
    }
    var encoded = basic.bytes();
    var value = Arrays.copyOf(BASIC, BASIC.length + encoded.length);
    System.arraycopy(encoded, 0, value, BASIC.length, encoded.length);
    Arrays.fill(encoded, (byte) 0);
    request.headers().set(HttpHeaderNames.PROXY_AUTHORIZATION, new AsciiString(value, false));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    try {
      if (msg instanceof HttpResponse response) {
        status = response.decoderResult().isFailure() ? 0 : response.status().code();
        if (status != 200) {
          fail();
        }
      }
      if (msg instanceof LastHttpContent && status == 200) {
        ctx.pipeline().remove(this);
        ctx.pipeline().remove(codec);
        connected.trySuccess(ctx.channel());
      }
    } finally {
      ReferenceCountUtil.release(msg);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail();
    ctx.close();
  }

  private void fail() {
    var why =
        switch (status) {
          case 0 -> "the proxy in AI_HTTPS_PROXY closed the connection or does not speak HTTP";
          case 407 -> "the proxy in AI_HTTPS_PROXY does not accept its user and password";
          default -> "the proxy in AI_HTTPS_PROXY refused the connection with status " + status;
        };
    connected.tryFailure(new ConnectFailure(Kind.UPSTREAM_PROXY, why));
  }
}
