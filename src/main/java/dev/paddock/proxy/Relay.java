package dev.paddock.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * One direction of a tunnel: passes bytes to the other channel as fast as that takes them, and the
 * end of its input as the end of the other's output. Both channels share an event loop.
 */
final class Relay extends ChannelInboundHandlerAdapter {
  private static final int DEADLINE_SECONDS = 15;

  private final Channel peer;
  private final LongConsumer meter;

  private Relay(Channel peer, LongConsumer meter) {
    this.peer = peer;
    this.meter = meter;
  }

  /** Joins two channels until both have ended; tells the entry with the end of the client's. */
  static void join(Channel client, Channel server, Exchange entry, Events events) {
    client.pipeline().addLast(new Relay(server, entry::sent));
    server.pipeline().addLast(new Relay(client, entry::received));
    client.closeFuture().addListener(f -> entry.tell(events));
  }

  /** Lets the bytes flow, once nothing but the relays is left to take them. */
  static void start(Channel client, Channel server) {
    client.config().setAutoRead(true);
    server.config().setAutoRead(true);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof ByteBuf bytes) {
      meter.accept(bytes.readableBytes());
    }
    peer.write(msg);
    if (!peer.isWritable()) {
      peer.flush();
      if (!peer.isWritable()) {
        ctx.channel().config().setAutoRead(false);
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    peer.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      peer.config().setAutoRead(true);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      afterWrites(this::endOutput);
    } else if (event instanceof SslCloseCompletionEvent) {
      ctx.close();
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    afterWrites(f -> peer.close());
    // A peer that takes nothing any more must not stay for ever.
    var deadline = ctx.executor().schedule(() -> peer.close(), DEADLINE_SECONDS, TimeUnit.SECONDS);
    peer.closeFuture().addListener(f -> deadline.cancel(false));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ChannelErrors.close(ctx, cause);
  }

  private void endOutput(ChannelFuture written) {
    if (peer instanceof DuplexChannel duplex && written.isSuccess()) {
      duplex
          .shutdownOutput()
          .addListener(f -> {
            if (duplex.isInputShutdown()) {
              duplex.close();
            }
          });
    } else {
      peer.close();
    }
  }

  private void afterWrites(ChannelFutureListener next) {
    peer.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(next);
  }
}
