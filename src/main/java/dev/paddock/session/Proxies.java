package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.proxy.ProxyServer;
import dev.paddock.proxy.log.RequestLogs;
import java.util.Map;
import java.util.Optional;

/** The process's proxy, made when the first session needs it. */
public interface Proxies {

  /**
   * The server that all sessions of this process share.
   *
   * @throws ExplainedException where its settings cannot be used
   */
  ProxyServer server() throws ExplainedException;

  /** Where the real credentials come from. */
  Map<CredentialKind, CredentialSource> credentials();

  /** Why the last renewal of a credential did not work, for those that are renewed. */
  Map<CredentialKind, Signal<Optional<RefreshOutcome>>> troubles();

  /** New stand-ins for one session. */
  Placeholders placeholders();

  /** Where sessions' requests are written down. */
  RequestLogs requestLogs();
}
