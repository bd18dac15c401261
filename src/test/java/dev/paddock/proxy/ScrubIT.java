package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that sends the credential of a request back in its answer's body. */
class ScrubIT extends ProxyOnLoopback {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @Test
  void takesItOutOfChunksWhereverTheyAreCutAndTheConnectionGoesOn() throws Exception {
    var body = "{\"sent\":\"" + REAL + "\"}";
    loopback.secure.onConnection((peer, number) -> {
      for (int cut = 1; cut < body.length(); cut++) {
        peer.head();
        peer.send(
            CHUNKED + chunk(body.substring(0, cut)) + chunk(body.substring(cut)) + "0\r\n\r\n");
      }
    });
    try (var wire = loopback.intercepted(API)) {
      for (int cut = 1; cut < body.length(); cut++) {
        wire.send(loopback.request("GET /" + cut));
        assertThat(wire.head()).containsIgnoringCase("transfer-encoding: chunked");
        assertThat(unchunked(wire)).isEqualTo(body.replace(REAL, loopback.placeholder()));
      }
    }
    assertThat(loopback.secure.connections()).isOne();
    assertThat(reports()).isEqualTo(body.length() - 1);
  }

  @Test
  void keepsTheLengthThatTheHeadHasToldAndTheConnectionGoesOn() throws Exception {
    var body = "[" + REAL + "," + REAL + "]";
    var head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send(head + body);
      peer.head();
      peer.send(head);
      for (int i = 0; i < body.length(); i++) {
        peer.send(body.substring(i, i + 1));
      }
    });
    var standIn = loopback.placeholder().substring(0, REAL.length());
    try (var wire = loopback.intercepted(API)) {
      for (int i = 0; i < 2; i++) {
        wire.send(loopback.request("GET /" + i));
        assertThat(wire.message()).endsWith("\r\n\r\n[" + standIn + "," + standIn + "]");
      }
    }
    assertThat(reports()).isEqualTo(2);
  }

  @Test
  void takesItOutOfABodyThatEndsWithTheConnection() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\n\r\n" + REAL + " and sk-ant");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /"));
      assertThat(wire.restText()).endsWith("\r\n\r\n" + loopback.placeholder() + " and sk-ant");
    }
    assertThat(reports()).isOne();
  }

  @Test
  void takesItOutOfBasicThatIsSentBack() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      var sent = Wire.header(peer.head(), "authorization").orElseThrow();
      peer.send("HTTP/1.1 400 X\r\nX-Echo: %s\r\n%s".formatted(sent, CHUNKED.substring(17)));
      peer.send(chunk("you sent " + sent + ".") + "0\r\n\r\n");
    });
    var placeholder = loopback.listener.placeholders().accessToken(CredentialKind.GITHUB);
    var sent =
        Base64.getEncoder()
            .encodeToString(("git:" + placeholder).getBytes(StandardCharsets.US_ASCII));
    try (var wire = loopback.intercepted("github.com")) {
      wire.send(
          "GET /acme/app/x HTTP/1.1\r\nHost: github.com\r\nAuthorization: Basic "
              + sent
              + "\r\n\r\n");
      var header = Wire.header(wire.head(), "x-echo").orElseThrow();
      var body = unchunked(wire);
      assertThat(body).isEqualTo("you sent " + header + ".");
      var decoded =
          new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.ISO_8859_1);
      assertThat(decoded).startsWith("git:ghu_").doesNotContain("canary");
    }
    assertThat(reports()).isOne();
  }

  @Test
  void everyEventArrivesBeforeTheNextIsMadeAlsoOnesThatLookLikeABeginning() throws Exception {
    var go = chunksOneByOne();
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", "Content-Length: 2") + "{}");
      wire.head();
      for (int i = 1; i < REAL.length(); i++) {
        var event = "data: " + REAL.substring(0, i) + "\n\n";
        go.add(event);
        assertThat(wire.exactly(chunk(event).length())).isEqualTo(chunk(event));
      }
    }
    assertThat(reports()).isZero();
  }

  @Test
  void whatMayBeABeginningLeavesAsSoonAsItIsNone() throws Exception {
    var go = chunksOneByOne();
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /"));
      wire.head();
      go.add("a sk-ant-");
      assertThat(wire.exactly(7)).isEqualTo(chunk("a "));
      go.add("!");
      assertThat(wire.exactly(18)).isEqualTo(chunk("sk-ant-") + chunk("!"));
    }
  }

  @Test
  void answersWithoutABodyAreLeftAlone() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 204 No Content\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 103 Early Hints\r\nLink: " + REAL + "\r\n\r\n");
      peer.send("HTTP/1.1 200 OK\r\nX-Echo: " + REAL + "\r\nContent-Length: 2\r\n\r\nok");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("HEAD /1"));
      assertThat(wire.head()).contains("1000");
      wire.send(loopback.request("GET /2"));
      assertThat(Wire.status(wire.head())).isEqualTo(304);
      wire.send(loopback.request("GET /3"));
      assertThat(Wire.status(wire.head())).isEqualTo(204);
      wire.send(loopback.request("GET /4"));
      assertThat(wire.head()).startsWith("HTTP/1.1 103").contains(loopback.placeholder());
      assertThat(wire.message()).contains(loopback.placeholder()).endsWith("ok");
    }
    assertThat(reports()).isOne();
  }

  @Test
  void onlyTheCredentialOfTheRequestIsLookedFor() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(REAL.length(), REAL));
    });
    try (var wire = loopback.intercepted("platform.claude.com")) {
      wire.send("GET / HTTP/1.1\r\nHost: platform.claude.com\r\n\r\n");
      assertThat(wire.message()).endsWith(REAL);
    }
    assertThat(reports()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/oauth/profile,identity",
    "/v1/oauth/token?x=/v1/messages,identity",
    "/v1/messages?beta=true,'gzip, br'",
    "/v1/messages?next=/api/oauth/,'gzip, br'",
  })
  void asksForPlainAnswersOnlyWhereTheyMayTellAboutALogin(String path, String wanted)
      throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      seen.add(Wire.header(peer.head(), "accept-encoding").orElse(""));
      peer.send(
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET " + path, "Accept-Encoding: gzip, br"));
      assertThat(wire.message()).endsWith("\r\n\r\n\u001f\u008b");
    }
    assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(wanted);
  }

  private long reports() {
    return loopback.events().stream().filter(e -> e instanceof ProxyEvent.SecretInAnswer).count();
  }

  /** Lets the server send each chunk when the test has it ready. */
  private BlockingQueue<String> chunksOneByOne() throws Exception {
    var ready = new LinkedBlockingQueue<String>();
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send(CHUNKED);
      for (String chunk; (chunk = ready.poll(20, TimeUnit.SECONDS)) != null; ) {
        peer.send(chunk(chunk));
      }
    });
    return ready;
  }

  private static String chunk(String text) {
    return "%x\r\n%s\r\n".formatted(text.length(), text);
  }

  private static String unchunked(Wire wire) throws Exception {
    var body = new StringBuilder();
    while (true) {
      var size = new StringBuilder();
      while (size.indexOf("\r\n") < 0) {
        size.append(wire.exactly(1));
      }
      int length = Integer.parseInt(size.toString().strip(), 16);
      body.append(wire.exactly(length));
      wire.exactly(2);
      if (length == 0) {
        return body.toString();
      }
    }
  }
}
