package dev.paddock.session;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.log.Repeats;
import java.time.Instant;
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
  private final Repeats<Told> repeats = new Repeats<>(new Told("", Repeats.OTHERS_REFUSED));

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

  /** A login could not be renewed, though nobody may have asked for it yet. Any thread. */
  void take(CredentialKind kind, RefreshOutcome trouble, Instant time) {
    tell(time, kind.label(), trouble.summary());
  }

  private void tell(ProxyEvent event, String host, String text) {
    tell(event.time(), host, text);
  }

  private synchronized void tell(Instant time, String host, String text) {
    repeats.end(time);
    var run = repeats.take(new Told(host, text), time);
    var told = run.what();
    if (run.count() == 1) {
      LOG.info("{}: {}: {}", id, told.host(), told.text());
    }
    notices.accept(new NetworkNotice(time, told.host(), told.text(), run.count()));
  }
}
