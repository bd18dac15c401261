package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.fake.TestCa;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The user's own proxy in {@code AI_HTTPS_PROXY}, spoken to over TLS, and TLS again inside of it.
 */
@Tag("loopback")
class AiProxyIT {
  private static final String LOGIN =
      Base64.getEncoder().encodeToString("user:p@ss".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final TestCa ca = new TestCa();
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private ScriptedServer proxy;
  private Loopback loopback;

  @BeforeEach
  void start() throws Exception {
    proxy = new ScriptedServer(ca.server("proxy.test"));
    var inner = ca.server(API);
    proxy.onConnection((peer, number) -> {
      seen.add(peer.head());
      peer.send("HTTP/1.1 200 Connection established\r\n\r\n");
      var tls = (SSLSocket) inner.getSocketFactory().createSocket(peer.socket(), null, true);
      tls.setUseClientMode(false);
      var wire = new Wire(tls);
      seen.add(wire.message());
      wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    var url = "https://user:p%40ss@proxy.test:" + proxy.port();
    loopback =
        new Loopback(
            folder,
            ProxySettings.fromEnvironment(Map.of("AI_HTTPS_PROXY", url))
                .withCa(ca.write(folder.resolve("proxy-ca.pem"))));
  }

  @AfterEach
  void stop() throws Exception {
    loopback.close();
    proxy.close();
  }

  @Test
  void carriesWhatHasACredential() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /v1/models"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    assertThat(next())
        .startsWith("CONNECT api.anthropic.com:443 HTTP/1.1")
        .containsIgnoringCase("proxy-authorization: Basic " + LOGIN)
        .doesNotContain(REAL);
    assertThat(next()).contains("Bearer " + REAL).doesNotContain(LOGIN);
    assertThat(loopback.secure.connections()).isZero();
  }

  @Test
  void carriesNothingElse() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.message();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    try (var wire = loopback.intercepted("platform.claude.com")) {
      wire.send("GET /docs HTTP/1.1\r\nHost: platform.claude.com\r\n\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    loopback.plain.onConnection((peer, number) -> peer.send("direct"));
    try (var wire = loopback.tunnel("example.test:80")) {
      assertThat(wire.restText()).isEqualTo("direct");
    }
    assertThat(proxy.connections()).isZero();
  }

  @Test
  void getsThePlaceholderWhereNobodyIsSignedIn() throws Exception {
    loopback.signOut();
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /v1/models"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    next();
    assertThat(next()).contains("Bearer " + loopback.placeholder());
  }

  @Test
  void itsRefusalIsTheServersFaultToTheClient() throws Exception {
    proxy.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /v1/models"));
      var answer = wire.message();
      assertThat(Wire.status(answer)).isEqualTo(502);
      assertThat(answer).contains("AI_HTTPS_PROXY does not accept its user and password");
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }
}
