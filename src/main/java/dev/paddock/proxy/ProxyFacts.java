package dev.paddock.proxy;

import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.HostRules;
import dev.paddock.proxy.rule.SessionPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What people are told of the proxy's rules.
 *
 * @param intercepted hosts whose TLS ends here, {@code *.domain} for all below a domain
 * @param blocked domains that are refused, with their sub-domains
 * @param upstreamProxy host and port of the user's own proxy, without its login, or empty
 */
public record ProxyFacts(
    List<String> intercepted, List<String> blocked, Optional<String> upstreamProxy) {

  /** Of the usual rules with these settings. */
  public static ProxyFacts of(ProxySettings settings) {
    var rules = HostRules.of(SessionPolicy.standard());
    return new ProxyFacts(
        rules.intercepted().stream().map(HostPattern::text).sorted().toList(),
        rules.blockedDomains(),
        Optional.ofNullable(settings.aiProxy()).map(p -> p.target().authority()));
  }
}
