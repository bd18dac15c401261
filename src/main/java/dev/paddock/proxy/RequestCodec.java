package dev.paddock.proxy;

import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The server side of HTTP/1.1, stricter than Netty's own codec: folded header lines make a request
 * invalid, and what follows a CONNECT is not read as HTTP.
 */
final class RequestCodec extends CombinedChannelDuplexHandler<RequestDecoder, ResponseEncoder> {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int LARGEST_HEAD = 64 * 1024;
  private static final int CHUNK = 64 * 1024;

  RequestCodec() {
    // Methods in the order of their requests: what an answer may hold depends on them.
    Queue<HttpMethod> methods = new ArrayDeque<>();
    init(new RequestDecoder(config(), methods), new ResponseEncoder(methods));
  }

  static HttpDecoderConfig config() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(LARGEST_HEAD)
        .setMaxChunkSize(CHUNK)
        .setStrictLineParsing(true)
        .setUseRfc9112TransferEncoding(true);
  }

  /** After a CONNECT that was answered with 407: the connection goes on as HTTP. */
  void readAsHttpAgain() {
    inboundHandler().readAsHttpAgain();
  }
}
