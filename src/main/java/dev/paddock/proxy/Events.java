package dev.paddock.proxy;

import dev.paddock.base.Escaped;
import dev.paddock.credential.CredentialKind;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers a session's events; text from the guest is made safe here, once for all. */
final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final int LONGEST = 200;
  private static final int LONGEST_METHOD = 20;

  private final Consumer<? super ProxyEvent> consumer;

  Events(Consumer<? super ProxyEvent> consumer) {
    this.consumer = consumer;
  }

  void done(
      ProxyEvent.RequestLine line,
      ProxyEvent.Handling handling,
      int status,
      ProxyEvent.Traffic traffic) {
    var shown =
        new ProxyEvent.RequestLine(
            safe(line.host()), Escaped.text(line.method(), LONGEST_METHOD), safe(line.path()));
    deliver(new ProxyEvent.RequestDone(Instant.now(), shown, handling, status, traffic));
  }

  void refused(String host, String reason) {
    deliver(new ProxyEvent.Refused(Instant.now(), safe(host), safe(reason)));
  }

  void loginUnavailable(CredentialKind kind, String reason) {
    deliver(new ProxyEvent.LoginUnavailable(Instant.now(), kind, reason));
  }

  void secretInAnswer(String host) {
    deliver(new ProxyEvent.SecretInAnswer(Instant.now(), safe(host)));
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
