package dev.paddock.proxy.usage;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.ByteProcessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one answer's token counts beside the stream: looks at each part where it lies, keeps no
 * byte of it, and holds nothing up. Used by one event loop.
 */
public final class TokenReader {
  private final UsageScanner json = new UsageScanner();
  private final ByteProcessor scan;

  private TokenReader(boolean eventStream) {
    var events = new EventStreamScanner(json);
    scan =
        octet -> {
          if (eventStream) {
            events.take(octet);
          } else {
            json.take(octet);
          }
          return true;
        };
  }

  /**
   * A reader for the answer of a provider that tells counts on this path; empty for all others, and
   * where the body is compressed.
   *
   * @param host in normal form
   * @param path without query
   */
  public static Optional<TokenReader> of(String host, String path, HttpResponse response) {
    var headers = response.headers();
    if (response.status().codeClass() != HttpStatusClass.SUCCESS
        || !UsagePaths.known(host, path)
        || !plain(headers.get(HttpHeaderNames.CONTENT_ENCODING, ""))) {
      return Optional.empty();
    }
    var type = headers.get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/event-stream")) {
      return Optional.of(new TokenReader(true));
    }
    return type.startsWith("application/json")
        ? Optional.of(new TokenReader(false))
        : Optional.empty();
  }

  /** Looks at the next part; its reader index stays where it is. */
  public void read(ByteBuf part) {
    part.forEachByte(scan);
  }

  /** What was said so far; empty where nothing was. */
  public Optional<Tokens> tokens() {
    return json.tokens();
  }

  private static boolean plain(String encoding) {
    return encoding.isEmpty() || HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding);
  }
}
