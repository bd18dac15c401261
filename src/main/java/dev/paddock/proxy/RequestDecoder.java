package dev.paddock.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.Queue;

/** Reads requests; see {@link RequestCodec}. */
final class RequestDecoder extends HttpRequestDecoder {
  private final Queue<HttpMethod> methods;
  private boolean inHead = true;
  private boolean lineEnded;
  private boolean folded;
  private boolean opaque;

  RequestDecoder(HttpDecoderConfig config, Queue<HttpMethod> methods) {
    super(config);
    this.methods = methods;
  }

  void readAsHttpAgain() {
    opaque = false;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (opaque) {
      out.add(buffer.readRetainedSlice(buffer.readableBytes()));
      return;
    }
    int start = buffer.readerIndex();
    int produced = out.size();
    boolean head = inHead;
    super.decode(ctx, buffer, out);
    if (head) {
      noteFolds(buffer, start, buffer.readerIndex());
    }
    for (var message : out.subList(produced, out.size())) {
      note(message);
    }
  }

  private void note(Object message) {
    if (message instanceof HttpRequest request) {
      methods.add(request.method());
      opaque = request.method().equals(HttpMethod.CONNECT);
      if (folded) {
        request.setDecoderResult(
            DecoderResult.failure(new IllegalArgumentException("folded header line")));
      }
      inHead = false;
    }
    if (message instanceof LastHttpContent) {
      inHead = true;
      lineEnded = false;
      folded = false;
    }
  }

  /** Netty joins folded lines, so they are looked for in the bytes that it took for the head. */
  private void noteFolds(ByteBuf buffer, int from, int to) {
    for (int i = from; i < to && !folded; i++) {
      byte octet = buffer.getByte(i);
      folded = lineEnded && (octet == ' ' || octet == '\t');
      lineEnded = octet == '\n';
    }
  }
}
