package dev.paddock.proxy;

import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.connect.Connector;
import dev.paddock.proxy.connect.UpstreamProxy;
import dev.paddock.proxy.name.StandInNames;
import dev.paddock.proxy.rule.RequestRules;
import dev.paddock.proxy.scrub.KnownSecrets;
import dev.paddock.proxy.tls.InterceptTls;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers of one listener's connections share; immutable.
 *
 * @param aiProxy where requests to providers go through, or null
 */
record ProxySession(
    SessionAccess access,
    RequestRules rules,
    InterceptTls tls,
    Connector connector,
    UpstreamPool pool,
    KnownSecrets secrets,
    StandInNames names,
    @Nullable UpstreamProxy aiProxy,
    Events events) {

  Placeholders placeholders() {
    return access.placeholders();
  }
}
