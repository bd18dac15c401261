package dev.paddock.session;

import dev.paddock.proxy.ProxyEvent;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the proxy's events into what a person should see: what was refused or went wrong. */
final class NoticeTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeTranslator.class);

  private final SessionId id;
  private final Consumer<NetworkNotice> notices;

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

  private void tell(ProxyEvent event, String host, String text) {
    LOG.info("{}: {}: {}", id, host, text);
    notices.accept(new NetworkNotice(event.time(), host, text));
  }
}
