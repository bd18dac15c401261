package dev.paddock.proxy.rule;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A host, or all hosts below a domain.
 *
 * @param domain a name in normal form
 * @param below whether it stands for all names below the domain, without the domain itself
 */
public record HostPattern(String domain, boolean below) {
  private static final String BELOW = "*.";

  /** Exactly this host. */
  public static HostPattern exactly(String host) {
    return new HostPattern(host, false);
  }

  /** All hosts below this domain. */
  public static HostPattern below(String domain) {
    return new HostPattern(domain, true);
  }

  /** Reads {@code host} or {@code *.domain}; empty where it is neither, also for an address. */
  public static Optional<HostPattern> parse(String text) {
    boolean below = text.startsWith(BELOW);
    return HostName.normalise(octets(below ? text.substring(BELOW.length()) : text))
        .filter(name -> !HostName.isLiteral(name))
        .map(name -> new HostPattern(name, below));
  }

  /** As it is written: {@code host} or {@code *.domain}. */
  public String text() {
    return below ? BELOW + domain : domain;
  }

  /** Whether there may be a host that both stand for. */
  boolean meets(HostPattern other) {
    return domain.equals(other.domain)
        ? below == other.below
        : (below && other.isBelow(domain)) || (other.below && isBelow(other.domain));
  }

  private boolean isBelow(String above) {
    return domain.endsWith("." + above);
  }

  /** Host names are read as they come in a head: one character for each octet of UTF-8. */
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
