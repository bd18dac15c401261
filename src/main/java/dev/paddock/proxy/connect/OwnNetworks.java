package dev.paddock.proxy.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * This machine's own addresses and those of its networks. They can be public, above all in IPv6,
 * and services that trust the local network listen there. For several threads.
 */
final class OwnNetworks {
  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  /** A shorter one says nothing of a network: a tunnel's may hold the whole internet. */
  private static final int SHORTEST_PREFIX = 8;

  private final Supplier<List<Network>> source;
  private List<Network> networks = List.of();
  private long read;
  private boolean known;

  /**
   * An address of an interface.
   *
   * @param bits how many of it are those of the network
   */
  record Network(InetAddress address, int bits) {
    boolean contains(InetAddress other) {
      var ours = address.getAddress();
      var theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      int same = 0;
      while (same < ours.length * 8 && bit(ours, same) == bit(theirs, same)) {
        same++;
      }
      return same == ours.length * 8 || (bits >= SHORTEST_PREFIX && same >= bits);
    }

    private static int bit(byte[] address, int index) {
      return address[index / 8] >> (7 - index % 8) & 1;
    }
  }

  OwnNetworks(Supplier<List<Network>> source) {
    this.source = source;
  }

  static OwnNetworks ofThisMachine() {
    return new OwnNetworks(OwnNetworks::interfaces);
  }

  synchronized boolean contain(InetAddress address) {
    if (!known || System.nanoTime() - read > FRESH) {
      networks = source.get();
      read = System.nanoTime();
      known = true;
    }
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> interfaces() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(each -> each.getInterfaceAddresses().stream())
          .map(OwnNetworks::network)
          .toList();
    } catch (SocketException e) {
      throw new UncheckedIOException(new IOException("the interfaces cannot be listed", e));
    }
  }

  private static Network network(InterfaceAddress address) {
    return new Network(address.getAddress(), address.getNetworkPrefixLength());
  }
}
