package dev.paddock.proxy;

import dev.paddock.base.Escaped;
import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.usage.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers a session's events; text from the guest is made safe here, once for all. */
final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final int LONGEST = 200;
  private static final int LONGEST_METHOD = 20;

  /** Of a name; what a host really is stands at its end. */
  private static final int LONGEST_HOST = 255;

  private final Consumer<? super ProxyEvent> consumer;
  private final TrafficMeter meter;

  Events(Consumer<? super ProxyEvent> consumer, TrafficMeter meter) {
    this.consumer = consumer;
    this.meter = meter;
  }

  /** Counts the session's bytes. */
  TrafficMeter meter() {
    return meter;
  }

  void done(
      ProxyEvent.RequestLine line,
      ProxyEvent.Handling handling,
      int status,
      ProxyEvent.Traffic traffic,
      Optional<Tokens> tokens) {
    deliver(
        new ProxyEvent.RequestDone(Instant.now(), safe(line), handling, status, traffic, tokens));
  }

  /** A connection was not let through, and not answered. */
  void refused(String host, String reason) {
    refused(host, 0, reason);
  }

  /** What came on a connection was no request that could be read, and was answered so. */
  void refused(String host, int status, String reason) {
    refused(new ProxyEvent.RequestLine(host, "", ""), status, reason);
  }

  /** A request was not let through. */
  void refused(ProxyEvent.RequestLine line, int status, String reason) {
    deliver(new ProxyEvent.Refused(Instant.now(), safe(line), status, safe(reason)));
  }

  void loginUnavailable(CredentialKind kind, String reason) {
    deliver(new ProxyEvent.LoginUnavailable(Instant.now(), kind, reason));
  }

  void secretInAnswer(String host) {
    deliver(new ProxyEvent.SecretInAnswer(Instant.now(), safe(host)));
  }

  private static ProxyEvent.RequestLine safe(ProxyEvent.RequestLine line) {
    return new ProxyEvent.RequestLine(
        Escaped.text(line.host(), LONGEST_HOST),
        Escaped.text(line.method(), LONGEST_METHOD),
        safe(line.path()));
  }

  private static String safe(String text) {
    return Escaped.text(text, LONGEST);
  }

  private void deliver(ProxyEvent event) {
    try {
      consumer.accept(event);
    } catch (RuntimeException e) {
      LOG.error("an observer of proxy events failed", e);
    }
  }
}
