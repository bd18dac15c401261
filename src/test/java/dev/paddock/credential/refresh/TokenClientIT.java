package dev.paddock.credential.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.SystemTrust;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.fake.FakeUpstreamProxy;
import dev.paddock.fake.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("loopback")
class TokenClientIT {
  @TempDir Path folder;
  private final TestCa ca = new TestCa();
  private Host host;
  private SystemTrust trust;
  private FakeTokenEndpoint server;

  @BeforeEach
  void prepare() throws Exception {
    host = new Host(folder, Clock.systemUTC());
    host.signIn(1, Instant.now());
    trust = SystemTrust.of(List.of(ca.write(folder.resolve("ca.pem"))));
    server = FakeTokenEndpoint.secure(ca.server("platform.claude.com"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksOverTlsThatTheMachineTrusts() throws IOException {
    assertThat(renewed("https://localhost:" + server.port() + "/t", TokenClient.direct(trust)))
        .isEqualTo(new RefreshOutcome.Renewed());
  }

  @Test
  void doesNotShowATokenToAServerThatNobodyVouchesFor() throws IOException {
    var client = TokenClient.direct(SystemTrust.of(List.of()));
    assertThat(renewed("https://localhost:" + server.port() + "/t", client))
        .isInstanceOf(RefreshOutcome.Postponed.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void doesNotCarryATokenToWhereARedirectPoints() throws Exception {
    try (var elsewhere = new FakeTokenEndpoint()) {
      for (int status : new int[] {301, 307, 308}) {
        server.script((exchange, endpoint) -> {
          exchange.getResponseHeaders().set("Location", elsewhere.endpoint().url());
          FakeTokenEndpoint.reply(exchange, status, "");
          return true;
        });
        assertThat(renewed("https://localhost:" + server.port() + "/t", TokenClient.direct(trust)))
            .isInstanceOf(RefreshOutcome.Postponed.class);
      }
      assertThat(server.requests()).hasSize(3);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void goesThroughTheUsersProxyWithItsLogin() throws Exception {
    try (var proxy = new FakeUpstreamProxy(server.port());
        var log = new RecordedLog()) {
      var address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(proxy.url()).getPort());
      var basic = Base64.getEncoder().encode("user:pass word".getBytes(StandardCharsets.UTF_8));
      var client = TokenClient.through(address, Secret.of(basic), trust);
      assertThat(renewed("https://platform.claude.com/v1/oauth/token", client))
          .isEqualTo(new RefreshOutcome.Renewed());
      assertThat(proxy.connects()).containsExactly("platform.claude.com:443");
      assertThat(proxy.refused()).isEmpty();
      assertThat(log.text()).doesNotContain("canary", new String(basic, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void givesUpWhereTheProxyRefusesTheLogin() throws Exception {
    try (var proxy = new FakeUpstreamProxy(server.port())) {
      var address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(proxy.url()).getPort());
      for (var basic : new Secret[] {Secret.of("d3Jvbmc="), null}) {
        var client = TokenClient.through(address, basic, trust);
        assertThat(renewed("https://platform.claude.com/v1/oauth/token", client))
            .isInstanceOf(RefreshOutcome.Postponed.class);
      }
      assertThat(proxy.refused()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(proxy.connects()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  private RefreshOutcome renewed(String url, OkHttpClient client) throws IOException {
    // Else it would wait before the next try.
    Files.deleteIfExists(host.files().lastAttempt());
    var endpoint = new TokenEndpoint(url, "client-1");
    return host.login(host.builtIn(host.stored(), endpoint, client))
        .refresh(new RefreshReason.Ending())
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }
}
