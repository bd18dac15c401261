package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.connect.Resolver;
import dev.paddock.proxy.rule.PublicAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names that lead elsewhere the second time they are asked for, or to several places at once. */
@Tag("loopback")
class RebindingIT {
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("127.0.0.1");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<InetAddress> checked = new CopyOnWriteArrayList<>();

  @Test
  void aNameIsResolvedOnceAndTheCheckedAddressIsDialled() throws Exception {
    assertThat(status(host -> List.of(asked.size() > 1 ? PRIVATE : PUBLIC))).isEqualTo(200);
    assertThat(asked).containsExactly("rebinding.test");
    assertThat(checked).containsExactly(PUBLIC);
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsTheName() throws Exception {
    assertThat(status(host -> List.of(PUBLIC, PRIVATE))).isEqualTo(403);
  }

  @Test
  void aNameWithoutAddressIsNotFound() throws Exception {
    assertThat(
            status(host -> {
              throw new UnknownHostException(host);
            }))
        .isEqualTo(502);
  }

  private int status(Resolver resolver) throws Exception {
    try (var target = new ScriptedServer(null)) {
      Resolver asking =
          host -> {
            asked.add(host);
            return resolver.resolve(host);
          };
      DialPolicy policy =
          (address, port) -> {
            checked.add(address);
            return PublicAddresses.contains(address)
                ? Optional.of(new InetSocketAddress(PRIVATE, target.port()))
                : Optional.empty();
          };
      var access = new SessionAccess(new Placeholders(new SecureRandom()), Map.of(), e -> {});
      try (var server = new ProxyServer(ProxySettings.direct(), asking, policy);
          var listener = server.listen(new ListenAddress.Loopback(0), access);
          var wire = Loopback.open(listener)) {
        wire.send("CONNECT rebinding.test:80 HTTP/1.1\r\n" + Loopback.login(listener) + "\r\n");
        return Wire.status(wire.head());
      }
    }
  }
}
