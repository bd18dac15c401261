package dev.paddock.proxy;

import dev.paddock.proxy.ProxyEvent.Handling;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Measures every exchange and tells it as an event when its answer is through. */
final class ExchangeRecorder extends ChannelDuplexHandler {
  private final Events events;
  private @Nullable Exchange entry;
  private boolean informational;

  ExchangeRecorder(Events events) {
    this.events = events;
  }

  /** Says where the current request goes and what is done with it. */
  void handledAs(Handling handling, String host) {
    if (entry != null) {
      entry.handledAs(handling, host);
    }
  }

  /** The current request is not let through, and answered with this status. */
  void refused(String host, int status, String reason) {
    if (entry != null) {
      entry.refused(host, status, reason, events);
    } else {
      events.refused(host, reason);
    }
  }

  /** Hands the current entry over to somebody who will finish it; there is one. */
  Exchange takeOver() {
    var taken = entry;
    entry = null;
    if (taken == null) {
      throw new IllegalStateException("no request is open");
    }
    return taken;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      if (entry != null) {
        takeOver().tell(events);
      }
      entry = new Exchange(request.method().name(), request.uri(), events.meter());
    }
    if (msg instanceof HttpContent content && entry != null) {
      entry.sent(content.content().readableBytes());
    }
    ctx.fireChannelRead(msg);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
    if (msg instanceof HttpResponse response) {
      informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (!informational && entry != null) {
        entry.answer(response);
      }
    }
    if (msg instanceof HttpContent content && entry != null) {
      entry.answerPart(content.content());
      if (msg instanceof LastHttpContent && !informational) {
        takeOver().tell(events);
      }
    }
    ctx.write(msg, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (entry != null) {
      takeOver().tell(events);
    }
    ctx.fireChannelInactive();
  }
}
