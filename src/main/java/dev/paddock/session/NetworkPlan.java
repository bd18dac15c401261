package dev.paddock.session;

import java.util.List;
import java.util.Optional;

/**
 * What the guest may reach, for people to read; the rules themselves are the proxy's.
 *
 * @param intercepted hosts whose TLS ends on this machine to put the credential on
 * @param blocked domains that are refused, with their sub-domains
 * @param upstreamProxy host and port of {@code AI_HTTPS_PROXY}, without its login, or empty
 */
public record NetworkPlan(
    List<String> intercepted, List<String> blocked, Optional<String> upstreamProxy) {

  /** Copies the lists. */
  public NetworkPlan {
    intercepted = List.copyOf(intercepted);
    blocked = List.copyOf(blocked);
  }
}
