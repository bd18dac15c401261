package dev.paddock.session;

import dev.paddock.proxy.rule.HostRule;
import dev.paddock.proxy.rule.HostRules;
import dev.paddock.proxy.rule.SessionPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What the guest may reach.
 *
 * @param policy for the proxy
 * @param upstreamProxy host and port of {@code AI_HTTPS_PROXY}, without its login, or empty
 */
public record NetworkPlan(SessionPolicy policy, Optional<String> upstreamProxy) {

  /** Hosts whose TLS ends on this machine, to put credentials on. */
  public List<HostRule> intercepted() {
    return HostRules.of(policy).table();
  }

  /** Domains that are refused, with all below them. */
  public List<String> blocked() {
    return HostRules.of(policy).blockedDomains();
  }
}
