package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.rule.HostRules;
import dev.paddock.proxy.tls.InterceptTls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers of one listener's connections share; immutable.
 *
 * @param aiProxy where requests to hosts with credentials go through, or null
 */
record ProxySession(
    HostRules hosts,
    Placeholders placeholders,
    Map<CredentialKind, CredentialSource> credentials,
    InterceptTls tls,
    Connector connector,
    UpstreamPool pool,
    @Nullable UpstreamProxy aiProxy,
    Events events) {

  @Nullable CredentialSource source(CredentialKind kind) {
    return credentials.get(kind);
  }
}
