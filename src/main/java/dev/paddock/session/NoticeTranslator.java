package dev.paddock.session;

import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.log.Repeats;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the proxy's events into what a person should see: what was refused or went wrong. Equal
 * ones are merged, so that a guest can flood neither the window nor our log.
 */
final class NoticeTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeTranslator.class);

  private final SessionId id;
  private final Consumer<NetworkNotice> notices;
  private final Repeats<Told> repeats =
      new Repeats<>(new Told("", "many different requests were refused within a minute"));

  private record Told(String host, String text) {}

  NoticeTranslator(SessionId id, Consumer<NetworkNotice> notices) {
    this.id = id;
    this.notices = notices;
  }

  /** Takes an event on the proxy's thread; its texts are safe already. */
  void take(ProxyEvent event) {
    switch (event) {
      case ProxyEvent.RequestDone done ->
          LOG.debug("{}: {} {}", id, done.request().host(), done.status());
      case ProxyEvent.Refused refused -> tell(refused, refused.host(), refused.reason());
      case ProxyEvent.LoginUnavailable login -> tell(login, login.kind().label(), login.reason());
      case ProxyEvent.SecretInAnswer secret ->
          tell(secret, secret.host(), "an answer held the real credential; it was taken out");
    }
  }

  private synchronized void tell(ProxyEvent event, String host, String text) {
    repeats.end(event.time());
    var run = repeats.take(new Told(host, text), event.time());
    var told = run.what();
    if (run.count() == 1) {
      LOG.info("{}: {}: {}", id, told.host(), told.text());
    }
    notices.accept(new NetworkNotice(event.time(), told.host(), told.text(), run.count()));
  }
}
