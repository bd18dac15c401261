package dev.paddock.proxy.log;

import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import dev.paddock.proxy.usage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Events as the proxy tells them. */
public final class Happened {
  /** When they happen, if nothing else is said. */
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private Happened() {}

  /** A request to a provider that went well. */
  public static ProxyEvent.RequestDone request(String path) {
    return request(NOW, path);
  }

  /** The same at another time. */
  public static ProxyEvent.RequestDone request(Instant time, String path) {
    return new ProxyEvent.RequestDone(
        time,
        new RequestLine("api.anthropic.com", "POST", path),
        Handling.CREDENTIAL_PUT,
        200,
        new Traffic(1200, 34_000, Duration.ofMillis(240), Duration.ofMillis(1900)),
        Optional.of(new Tokens(2125, 15)));
  }

  /** A tunnel that was refused. */
  public static ProxyEvent.Refused refused(Instant time, String host) {
    return new ProxyEvent.Refused(
        time, new RequestLine(host, "CONNECT", ""), 403, "the host is on Paddock's list");
  }
}
