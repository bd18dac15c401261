package dev.paddock.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a channel that went wrong. */
final class ChannelErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelErrors.class);

  private ChannelErrors() {}

  /** Resets and bad bytes are everyday; anything else is a mistake of ours and logged as one. */
  static void close(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException
        || cause instanceof UncheckedIOException
        || cause instanceof DecoderException) {
      LOG.debug("connection ended: {}", cause.getClass().getName());
    } else {
      LOG.error("a proxy connection failed in an unforeseen way", cause);
    }
    ctx.close();
  }
}
