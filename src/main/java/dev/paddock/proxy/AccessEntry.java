package dev.paddock.proxy;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import java.time.Duration;

/** What is known so far of one exchange. Used by one event loop. */
final class AccessEntry {
  private final long started = System.nanoTime();
  private final String method;
  private final String path;
  private String host = "";
  private Handling handling = Handling.REFUSED;
  private int status;
  private long sent;
  private long received;

  AccessEntry(String method, String target) {
    this.method = method;
    this.path = pathOf(target);
  }

  void handledAs(Handling how, String where) {
    handling = how;
    host = where;
  }

  void status(int code) {
    status = code;
  }

  void sent(long bytes) {
    sent += bytes;
  }

  void received(long bytes) {
    received += bytes;
  }

  /** Tells it, except where the refusal was told already. */
  void tell(Events events) {
    if (handling != Handling.REFUSED) {
      var duration = Duration.ofNanos(System.nanoTime() - started);
      events.done(
          new RequestLine(host, method, path),
          handling,
          status,
          new Traffic(sent, received, duration));
    }
  }

  /** Without query, and without the scheme and host that a request to a proxy has. */
  private static String pathOf(String target) {
    int end = target.indexOf('?');
    var path = end < 0 ? target : target.substring(0, end);
    int scheme = path.indexOf("://");
    if (scheme < 0) {
      return path.startsWith("/") ? path : "";
    }
    int slash = path.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : path.substring(slash);
  }
}
