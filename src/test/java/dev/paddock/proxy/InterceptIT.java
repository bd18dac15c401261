package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.fake.TestCa;
import dev.paddock.proxy.connect.ListenAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the server of an intercepted host, and what comes back. */
class InterceptIT extends ProxyOnLoopback {

  @BeforeEach
  void start() throws Exception {
    noteRequests();
  }

  @Test
  void offersHttp1Only() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      assertThat(((SSLSocket) wire.socket()).getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer %s, Bearer",
    "authorization: bearer %s, bearer",
    "Authorization: token %s, token",
    "x-api-key: %s, Bearer",
    "Accept: */*, Bearer"
  })
  void theServerSeesTheRealTokenWhereThePlaceholderWas(String header, String scheme)
      throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(
          "GET /v1/models HTTP/1.1\r\nHost: api.anthropic.com\r\n"
              + header.formatted(loopback.placeholder())
              + "\r\nProxy-Authorization: Basic x\r\nProxy-Connection: keep-alive\r\n\r\n");
      assertThat(wire.message()).startsWith("HTTP/1.1 200").doesNotContain(REAL);
    }
    var request = next();
    assertThat(Wire.header(request, "authorization")).contains(scheme + " " + REAL);
    assertThat(request)
        .doesNotContain(loopback.placeholder())
        .doesNotContainIgnoringCase("x-api-key")
        .doesNotContainIgnoringCase("proxy-");
  }

  @Test
  void decidesAnewAboutEachRequestOfAConnection() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /1"));
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
      wire.send("GET /2 HTTP/1.1\r\nHost: api.anthropic.com\r\nAuthorization: Bearer mine\r\n\r\n");
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
      wire.send("GET /3 HTTP/1.1\r\nHost: platform.claude.com\r\n\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(421);
    }
    assertThat(next()).contains(REAL);
    assertThat(next()).contains("Bearer mine").doesNotContain(REAL);
    assertThat(seen).isEmpty();
    assertThat(loopback.secure.connections()).as("the server's connection is kept").isEqualTo(1);
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(
          loopback.request("GET /1")
              + "GET /2 HTTP/1.1\r\nHost: api.anthropic.com\r\nAuthorization: Bearer mine\r\n\r\n"
              + "TRACE /3 HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n"
              + loopback.request("POST /4", "Content-Length: 3")
              + "abc"
              + loopback.request("GET /5"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      assertThat(Wire.status(wire.message())).isEqualTo(405);
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    for (var line : List.of("GET /1", "GET /2", "POST /4", "GET /5")) {
      assertThat(next()).startsWith(line);
    }
  }

  @Test
  void manySmallRequestsInOnePacketDoNotPileUp() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send("TRACE / HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n".repeat(3000));
      for (int i = 0; i < 3000; i++) {
        assertThat(Wire.status(wire.message())).isEqualTo(405);
      }
    }
  }

  @Test
  void aSecondTokenIsUsedAtOnceOnTheSameConnection() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /1"));
      assertThat(wire.message()).isNotEmpty();
      loopback.signIn("sk-ant-oat01-rotated");
      wire.send(loopback.request("GET /2"));
      assertThat(wire.message()).isNotEmpty();
    }
    assertThat(next()).contains(REAL);
    assertThat(next()).contains("Bearer sk-ant-oat01-rotated");
  }

  @Test
  void withoutALoginItIsTheServersFaultAndNothingIsSent() throws Exception {
    loopback.signOut();
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", "Content-Length: 3") + "abc");
      var answer = wire.message();
      assertThat(Wire.status(answer)).isEqualTo(503);
      assertThat(answer)
          .contains("\"type\":\"error\"")
          .contains("api_error")
          .contains("x-should-retry: false")
          .doesNotContain(folder.toString());
      loopback.signIn(REAL);
      wire.send(loopback.request("GET /again"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    assertThat(next()).startsWith("GET /again");
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.LoginUnavailable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: 0\r\nContent-Length: 30\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nHost: api.anthropic.com\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nX-A: 1\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding : chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nX: a\rb\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n",
        "GET http://api.anthropic.com/ HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nSec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 1\r\n"
            + "Connection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n12345678",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: +3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: -3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: 3, 4\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length: 0x3\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nContent-Length : 3\r\n\r\nabc",
        "POST / HTTP/1.0\r\nHost: api.anthropic.com\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nX: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nX\u0000: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\n: no name\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: api.anthropic.com\r\nno colon\r\n\r\n",
        "GET / HTTP/1.9\r\nHost: api.anthropic.com\r\n\r\n",
        "GET /\tx HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: api.anthropic.com\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "garbage\r\n\r\n"
      })
  void letsNothingThroughThatServersReadDifferently(String request) throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(request);
      assertThat(Wire.status(wire.head())).isEqualTo(400);
    }
    assertThat(loopback.secure.connections()).isZero();
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.Refused);
  }

  @Test
  void theRestOfAMalformedRequestIsNeverTakenForARequest() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(
          "POST / HTTP/1.1\r\nHost: api.anthropic.com\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3\r\nabc\r\nZZ\r\n"
              + loopback.request("GET /smuggled"));
      assertThat(wire.restText()).doesNotContain("200 OK");
    }
    assertThat(String.join("", seen)).doesNotContain("smuggled");
  }

  @Test
  void comparesTheServerNameWithTheConnect() throws Exception {
    try (var wire = loopback.intercepted(API, "platform.claude.com")) {
      wire.send(loopback.request("GET /"));
      assertThat(Wire.status(wire.message())).isEqualTo(421);
    }
    try (var wire = loopback.intercepted(API, null)) {
      wire.send(loopback.request("GET /"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
  }

  @Test
  void takesTheRealTokenOutOfAnAnswersHeaders() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send(
          "HTTP/1.1 200 OK\r\nX-Echo: Bearer %s\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Last: %s\r\n\r\n"
              .formatted(REAL, REAL));
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /", "Connection: close"));
      assertThat(wire.restText())
          .contains("X-Echo: Bearer " + loopback.placeholder())
          .contains("X-Last: " + loopback.placeholder())
          .doesNotContain(REAL);
    }
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.SecretInAnswer);
  }

  @Test
  void sendsNoTokenToAServerThatItDoesNotTrust() throws Exception {
    var stranger = new TestCa();
    try (var fake = new ScriptedServer(stranger.server(API));
        var server =
            new ProxyServer(
                ProxySettings.direct(),
                host -> List.of(InetAddress.getLoopbackAddress()),
                (address, port) -> Optional.of(new InetSocketAddress(address, fake.port())));
        var listener = server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      fake.onConnection((peer, number) -> seen.add(peer.head()));
      var below = Loopback.open(listener);
      below.send("CONNECT api.anthropic.com:443 HTTP/1.1\r\n" + Loopback.login(listener) + "\r\n");
      assertThat(below.head()).startsWith("HTTP/1.1 200");
      var factory = TestCa.clientOf(listener.caPem()).getSocketFactory();
      try (var wire = new Wire(factory.createSocket(below.socket(), API, 443, true))) {
        wire.send("GET / HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(502);
      }
    }
    assertThat(String.join("", seen)).doesNotContain(REAL);
  }

  @Test
  void tellsEveryRequestWithoutQueryHeadersAndBody() throws Exception {
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages?key=hidden", "Content-Length: 6") + "secret");
      assertThat(wire.message()).isNotEmpty();
    }
    var done = loopback.done();
    assertThat(done.request()).isEqualTo(new ProxyEvent.RequestLine(API, "POST", "/v1/messages"));
    assertThat(done.handling()).isEqualTo(ProxyEvent.Handling.CREDENTIAL_PUT);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.traffic().sent()).isEqualTo(6);
    assertThat(done.traffic().received()).isEqualTo(2);
    assertThat(done.toString()).doesNotContain("hidden").doesNotContain("secret");
  }

  @Test
  void answersTheRefreshItselfWithALongLifetime() throws Exception {
    try (var wire = loopback.intercepted("platform.claude.com")) {
      wire.send(
          "POST /v1/oauth/token HTTP/1.1\r\nHost: platform.claude.com\r\nContent-Length: 2\r\n\r\n{}");
      var answer = wire.message();
      var lifetime = Pattern.compile("\"expires_in\":(\\d+)").matcher(answer);
      assertThat(lifetime.find()).isTrue();
      assertThat(Long.parseLong(lifetime.group(1))).isGreaterThan(TimeUnit.DAYS.toSeconds(3000));
      assertThat(answer).contains(loopback.placeholder()).contains("\"scope\":\"user:inference");
    }
    assertThat(loopback.secure.connections()).isZero();
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }
}
