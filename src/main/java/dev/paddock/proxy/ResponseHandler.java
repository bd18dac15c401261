package dev.paddock.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Streams a server's answers to the client, no faster than the client takes them, each part as it
 * comes. Sits at the end of the server's channel, on the client's event loop.
 */
final class ResponseHandler extends ChannelInboundHandlerAdapter {
  private final ChannelHandlerContext client;
  private final ForwardHandler forward;
  private final Events events;
  private final HttpClientCodec codec;
  private boolean answering;
  private boolean informational;
  private boolean switching;
  private boolean keepAlive;

  ResponseHandler(
      ChannelHandlerContext client, ForwardHandler forward, Events events, HttpClientCodec codec) {
    this.client = client;
    this.forward = forward;
    this.events = events;
    this.codec = codec;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    var request = forward.current(ctx.channel());
    if (request == null || broken(request, msg)) {
      // Nothing of it, nor of what follows it, is for the client.
      forward.abandoned(client, ctx.channel(), answering);
      ReferenceCountUtil.release(msg);
      ctx.close();
      return;
    }
    if (msg instanceof HttpResponse response) {
      begin(request, response);
    }
    boolean last = msg instanceof LastHttpContent;
    if (last) {
      scrub(request, ((LastHttpContent) msg).trailingHeaders());
    }
    client.channel().write(msg);
    if (last) {
      end(ctx);
    } else if (!client.channel().isWritable()) {
      client.channel().flush();
      ctx.channel().config().setAutoRead(client.channel().isWritable());
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    client.channel().flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      forward.upstreamWritable(client);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    forward.abandoned(client, ctx.channel(), answering);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Broken.close(ctx, cause);
  }

  private static boolean broken(Outbound request, Object msg) {
    return switch (msg) {
      case HttpResponse response ->
          response.decoderResult().isFailure()
              || (switches(response) && !switchIsWanted(request, response));
      case HttpContent content -> content.decoderResult().isFailure();
      default -> true;
    };
  }

  private static boolean switches(HttpResponse response) {
    return response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
  }

  private static boolean switchIsWanted(Outbound request, HttpResponse response) {
    return Heads.upgradesToWebSocket(request.request()) && Heads.upgradesToWebSocket(response);
  }

  private void begin(Outbound request, HttpResponse response) {
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    switching = switches(response);
    answering |= !informational;
    keepAlive = HttpUtil.isKeepAlive(response);
    Heads.forward(response);
    scrub(request, response.headers());
  }

  private void end(ChannelHandlerContext ctx) {
    client.channel().flush();
    if (switching) {
      Channel server = ctx.channel();
      forward.switched(client, server);
      server.pipeline().remove(this);
      server.pipeline().remove(codec);
      Relay.start(client.channel(), server);
    } else if (!informational) {
      answering = false;
      forward.answered(client, keepAlive);
    }
  }

  private void scrub(Outbound request, HttpHeaders headers) {
    var put = request.put();
    if (put != null && put.removeFrom(headers)) {
      events.secretInAnswer(request.route().target().host());
    }
  }
}
