package dev.paddock.proxy.connect;

import dev.paddock.proxy.rule.PublicAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Says which resolved addresses a session may be connected to. */
@FunctionalInterface
public interface DialPolicy {
  /** What to dial for this address and port; empty where that is not permitted. */
  Optional<InetSocketAddress> permit(InetAddress address, int port);

  /** Addresses of the public internet only, and none of this machine or its networks. */
  static DialPolicy publicOnly() {
    var own = OwnNetworks.ofThisMachine();
    return (address, port) ->
        PublicAddresses.contains(address) && !own.contain(address)
            ? Optional.of(new InetSocketAddress(address, port))
            : Optional.empty();
  }
}
