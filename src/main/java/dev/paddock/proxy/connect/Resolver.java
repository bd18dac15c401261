package dev.paddock.proxy.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Called on a thread that may block. */
@FunctionalInterface
public interface Resolver {
  /** All addresses, in the order in which they are to be tried; never empty. */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The resolver of this host. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
