package dev.paddock.proxy.rule;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the addresses of the public internet from all others: the host itself, its networks, cloud
 * metadata, and the spellings that lead to them (mapped, NAT64, 6to4).
 */
public final class PublicAddresses {
  /** From IANA's special-purpose registry, and multicast. */
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          // Azure's wire server, which is on no registry's list.
          Block.of("168.63.129.16", 32),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4));

  /** All of IPv6 that is handed out; 2001::/23 holds Teredo, ORCHID and other special uses. */
  private static final Block UNICAST_6 = Block.of("2000::", 3);

  private static final List<Block> NOT_PUBLIC_6 =
      List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("3fff::", 20));
  private static final Block NAT64 = Block.of("64:ff9b::", 96);
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
  private static final int NAT64_OFFSET = 12;
  private static final int SIX_TO_FOUR_OFFSET = 2;

  private PublicAddresses() {}

  /** Whether the address belongs to the public internet. */
  public static boolean contains(InetAddress address) {
    return address instanceof Inet6Address
        ? isPublic6(address.getAddress())
        : isPublic4(address.getAddress());
  }

  private static boolean isPublic4(byte[] address) {
    return NOT_PUBLIC_4.stream().noneMatch(b -> b.contains(address));
  }

  private static boolean isPublic6(byte[] address) {
    if (NAT64.contains(address)) {
      return isPublic4(Arrays.copyOfRange(address, NAT64_OFFSET, NAT64_OFFSET + 4));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return isPublic4(Arrays.copyOfRange(address, SIX_TO_FOUR_OFFSET, SIX_TO_FOUR_OFFSET + 4));
    }
    return UNICAST_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(b -> b.contains(address));
  }

  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Block(byte[] network, int bits) {
    static Block of(String network, int bits) {
      return new Block(InetAddress.ofLiteral(network).getAddress(), bits);
    }

    boolean contains(byte[] address) {
      int whole = bits / 8;
      int rest = bits % 8;
      if (!Arrays.equals(network, 0, whole, address, 0, whole)) {
        return false;
      }
      int mask = 0xff00 >> rest;
      return rest == 0 || ((network[whole] ^ address[whole]) & mask & 0xff) == 0;
    }
  }
}
