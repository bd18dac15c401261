package dev.paddock.proxy;

import dev.paddock.proxy.rule.HostRules;
import java.util.List;
import java.util.Optional;

/**
 * What people are told of the proxy's rules.
 *
 * @param intercepted hosts whose TLS ends here
 * @param blocked domains that are refused, with their sub-domains
 * @param upstreamProxy host and port of the user's own proxy, without its login, or empty
 */
public record ProxyFacts(
    List<String> intercepted, List<String> blocked, Optional<String> upstreamProxy) {

  /** Of the usual rules with these settings. */
  public static ProxyFacts of(ProxySettings settings) {
    var rules = HostRules.standard();
    return new ProxyFacts(
        rules.interceptedNames().stream().sorted().toList(),
        rules.blockedDomains(),
        Optional.ofNullable(settings.aiProxy()).map(p -> p.target().authority()));
  }
}
