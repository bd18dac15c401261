package dev.paddock.proxy.rule;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A host and port that a client asked for, in one normal form.
 *
 * @param host lower-case ASCII name without a trailing dot, or an address literal (no brackets)
 * @param port 1 to 65535
 */
public record Target(String host, int port) {

  /** Reads {@code host:port}; empty where it is not exactly that. */
  public static Optional<Target> parse(String authority) {
    return parse(authority, 0);
  }

  /** Reads {@code host} or {@code host:port}; a default of 0 means that the port is required. */
  public static Optional<Target> parse(String authority, int defaultPort) {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', bracket + 1);
    var name = colon < 0 ? authority : authority.substring(0, colon);
    int port = colon < 0 ? defaultPort : port(authority.substring(colon + 1));
    if (port < 1 || port > 65535) {
      return Optional.empty();
    }
    return HostName.normalise(name).map(host -> new Target(host, port));
  }

  /** The address, where the host is a literal one. */
  public Optional<InetAddress> literal() {
    return HostName.isLiteral(host) ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
  }

  /** As it is written in a request: {@code host:port}, with brackets where they are needed. */
  public String authority() {
    return hostText() + ":" + port;
  }

  /** As it is written in a Host header: without the port where it is the scheme's own. */
  public String hostHeader(int schemePort) {
    return port == schemePort ? hostText() : authority();
  }

  private String hostText() {
    return literal().filter(Inet6Address.class::isInstance).isPresent() ? "[" + host + "]" : host;
  }

  private static int port(String digits) {
    if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Ascii::digit)) {
      return 0;
    }
    return Integer.parseInt(digits);
  }
}
