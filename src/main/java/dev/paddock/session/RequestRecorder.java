package dev.paddock.session;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.GitHubCredentials;
import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.SessionAccess;
import dev.paddock.proxy.log.RequestHistory;
import dev.paddock.proxy.log.RequestLog;
import dev.paddock.proxy.rule.SessionPolicy;
import java.util.Map;

/**
 * Whoever is told of a session's requests.
 *
 * @param notices for what a person should see at once
 * @param history for the window and {@code paddock list}
 * @param log the session's file
 */
record RequestRecorder(NoticeTranslator notices, RequestHistory history, RequestLog log) {

  /** What the session may use, with these as its observers. */
  SessionAccess access(
      Placeholders placeholders,
      Map<CredentialKind, CredentialSource> credentials,
      SessionPolicy policy) {
    return new SessionAccess(
        placeholders, credentials, GitHubCredentials.none(), policy, this::take, history.meter());
  }

  /** As {@code paddock list} shows it. */
  NetworkSummary summary() {
    return new NetworkSummary(history.totals(), history.refusedHosts(), log.path().toString());
  }

  /** Writes what the log still has to. */
  void close() {
    log.close();
  }

  private void take(ProxyEvent event) {
    // The file first: whatever an observer in the window does wrong, it is written down.
    log.take(event);
    history.take(event);
    notices.take(event);
  }
}
