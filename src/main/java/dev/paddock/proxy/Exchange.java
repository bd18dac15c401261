package dev.paddock.proxy;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import dev.paddock.proxy.usage.TokenReader;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known so far of one exchange. Used by one event loop. */
final class Exchange {
  private final long started = System.nanoTime();
  private final String method;
  private final String path;
  private final TrafficMeter meter;
  private String host = "";

  /** Null before it is decided, and once a refusal was told. */
  private @Nullable Handling handling;

  private int status;
  private long answered;
  private long sent;
  private long received;
  private @Nullable TokenReader tokens;

  Exchange(String method, String target, TrafficMeter meter) {
    this.method = method;
    this.path = pathOf(target);
    this.meter = meter;
  }

  void handledAs(Handling how, String where) {
    handling = how;
    host = where;
  }

  /** Tells at once that this one is not let through, and with which status it is answered. */
  void refused(String where, int code, String reason, Events events) {
    handling = null;
    host = where;
    events.refused(new RequestLine(where, method, path), code, reason);
  }

  void status(int code) {
    status = code;
    answered = System.nanoTime();
  }

  void answer(HttpResponse response) {
    status(response.status().code());
    tokens = TokenReader.of(host, path, response).orElse(null);
  }

  void answerPart(ByteBuf part) {
    received(part.readableBytes());
    if (tokens != null) {
      tokens.read(part);
    }
  }

  void sent(long bytes) {
    sent += bytes;
    meter.sent(bytes);
  }

  void received(long bytes) {
    received += bytes;
    meter.received(bytes);
  }

  /** Tells it, except where it was refused, which was told at once, or left before a decision. */
  void tell(Events events) {
    var decided = handling;
    if (decided != null) {
      long ended = System.nanoTime();
      var wait = Duration.ofNanos((status == 0 ? ended : answered) - started);
      var duration = Duration.ofNanos(ended - started);
      events.done(
          new RequestLine(host, method, path),
          decided,
          status,
          new Traffic(sent, received, wait, duration),
          tokens == null ? Optional.empty() : tokens.tokens());
    }
  }

  /** Without query, and without the scheme and host that a request to a proxy has. */
  private static String pathOf(String target) {
    int end = target.indexOf('?');
    var path = end < 0 ? target : target.substring(0, end);
    if (path.startsWith("/")) {
      return path;
    }
    int scheme = path.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int slash = path.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : path.substring(slash);
  }
}
