package dev.paddock.proxy.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.connect.OwnNetworks.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNetworksTest {
  private final OwnNetworks networks =
      new OwnNetworks(() ->
          List.of(
              network("2a01:4f8:1:2::10", 64),
              network("203.0.113.9", 28),
              network("8.8.4.4", 0),
              network("198.51.100.77", 32)));

  @ParameterizedTest
  @CsvSource({
    "2a01:4f8:1:2::10, true",
    "2a01:4f8:1:2:ffff::1, true",
    "2a01:4f8:1:3::10, false",
    "203.0.113.15, true",
    "203.0.113.16, false",
    "8.8.4.4, true",
    "8.8.8.8, false",
    "198.51.100.77, true",
    "198.51.100.76, false",
  })
  void anAddressIsOwnWhereANetworkHoldsIt(String address, boolean own) {
    assertThat(networks.contain(InetAddress.ofLiteral(address))).isEqualTo(own);
  }

  @Test
  void thisMachinesAddressesAreItsOwn() throws Exception {
    var mine = OwnNetworks.ofThisMachine();
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .forEach(address -> assertThat(mine.contain(address)).isTrue());
  }

  private static Network network(String address, int bits) {
    return new Network(InetAddress.ofLiteral(address), bits);
  }
}
