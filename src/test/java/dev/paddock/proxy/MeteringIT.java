package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.log.RequestLogs;
import dev.paddock.proxy.usage.Tokens;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is told of requests that really went through, or did not. */
class MeteringIT extends ProxyOnLoopback {
  private static final List<String> STREAM =
      List.of(
          "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{\"inp",
          "ut_tokens\":25,\"cache_read_input_tokens\":75,\"output_tokens\":1}}}\n\n",
          "data: {\"type\":\"content_block_delta\",\"delta\":{\"text\":\"\\\"usage\\\":{}\"}}\n\n",
          "event: message_delta\ndata: {\"type\":\"message_delta\",\"usage\":{\"output_tokens\":15}}",
          "\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");

  @Test
  void readsTheTokensOfAStreamThatArrivesUnchanged() throws Exception {
    assertThat(stream("")).isEqualTo(String.join("", STREAM));
    var done = loopback.done();
    assertThat(done.tokens()).contains(new Tokens(100, 15));
    assertThat(done.traffic().received()).isEqualTo(String.join("", STREAM).length());
    assertThat(done.traffic().untilAnswer()).isLessThanOrEqualTo(done.traffic().duration());
  }

  @Test
  void leavesACompressedStreamAlone() throws Exception {
    assertThat(stream("Content-Encoding: gzip\r\n")).isEqualTo(String.join("", STREAM));
    assertThat(loopback.done().tokens()).isEmpty();
  }

  @Test
  void tellsOfARefusedRequestWhatItWasAndHowItWasAnswered() throws Exception {
    try (var wire = loopback.open()) {
      wire.send(
          "GET http://x.test/a/path?key=hidden HTTP/1.1\r\nHost: x.test\r\nAuthorization: Bearer "
              + loopback.placeholder()
              + "\r\n"
              + loopback.login()
              + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(403);
    }
    var refused = (ProxyEvent.Refused) loopback.events().getFirst();
    assertThat(refused.request()).isEqualTo(new RequestLine("x.test", "GET", "/a/path"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.toString()).doesNotContain("hidden");
  }

  @Test
  void tellsARefusedTunnelOnce() throws Exception {
    try (var wire = loopback.open()) {
      wire.send(loopback.connectRequest("x.test:8443"));
      assertThat(Wire.status(wire.head())).isBetween(400, 599);
    }
    assertThat(loopback.events()).hasSize(1);
    assertThat(loopback.events().getFirst()).isInstanceOf(ProxyEvent.Refused.class);
  }

  @Test
  void theLogHoldsNoHeaderValueNoBodyNoQueryAndNoRawTextOfTheGuest() throws Exception {
    var logs = RequestLogs.of(Map.of("CREDENTIAL_PROXY_DEBUG", "1"), folder);
    var log = logs.open("x");
    var access = loopback.access();
    var told = new SessionAccess(access.placeholders(), access.credentials(), log::take);
    loopback.plain.onConnection((peer, number) -> {
      peer.message();
      peer.send("HTTP/1.1 200 OK\r\nX-Answer: hidden4\r\nContent-Length: 7\r\n\r\nhidden5");
    });
    try (log;
        var listener = loopback.server.listen(new ListenAddress.Loopback(0), told)) {
      for (var path : List.of("/a%1b[2Jb", "/a\u009b2Jb", "/a\"}b")) {
        try (var wire = Loopback.open(listener)) {
          wire.send(
              "POST http://x.test"
                  + path
                  + "?key=hidden1 HTTP/1.1\r\nHost: x.test\r\nAuthorization: Bearer hidden2\r\n"
                  + Loopback.login(listener)
                  + "Content-Length: 7\r\n\r\nhidden3");
          assertThat(wire.message()).isNotEmpty();
        }
      }
    }
    var text = Files.readString(log.path());
    assertThat(text)
        .contains("x.test")
        .doesNotContain("hidden", "\u009b", "\u001b")
        .doesNotContain(access.placeholders().accessToken(CredentialKind.CLAUDE));
    for (var line : text.lines().toList()) {
      assertThat(Json.mapper().readTree(line).path("time").isTextual()).as(line).isTrue();
    }
    assertThat(text.lines()).hasSize(3);
  }

  @Test
  void countsTheBytesOfAnAnswerThatIsNotOverYet() throws Exception {
    var meter = new TrafficMeter();
    var access = new SessionAccess(new Placeholders(new SecureRandom()), Map.of(), e -> {}, meter);
    var over = new CountDownLatch(1);
    loopback.plain.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(1000));
      over.await();
    });
    try (var listener = loopback.server.listen(new ListenAddress.Loopback(0), access);
        var wire = Loopback.open(listener)) {
      wire.send(
          "GET http://x.test/ HTTP/1.1\r\nHost: x.test\r\n" + Loopback.login(listener) + "\r\n");
      wire.head();
      assertThat(wire.exactly(1000)).hasSize(1000);
      await(meter, 1000);
    } finally {
      over.countDown();
    }
  }

  private String stream(String headers) throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
              + headers
              + "Connection: close\r\n\r\n");
      for (var part : STREAM) {
        peer.send(part);
      }
    });
    try (var wire = loopback.intercepted(Loopback.API)) {
      wire.send(loopback.request("POST /v1/messages?beta=true", "Content-Length: 2") + "{}");
      var head = wire.head();
      assertThat(Wire.status(head)).isEqualTo(200);
      var body = wire.restText();
      return head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")
          ? unchunked(body)
          : body;
    }
  }

  private static String unchunked(String body) {
    var whole = new StringBuilder();
    int at = 0;
    while (true) {
      int line = body.indexOf("\r\n", at);
      int size = Integer.parseInt(body.substring(at, line), 16);
      if (size == 0) {
        return whole.toString();
      }
      whole.append(body, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
  }

  private static void await(TrafficMeter meter, long bytes) {
    var deadline = Instant.now().plusSeconds(20);
    while (meter.last(60).stream().mapToLong(TrafficMeter.Second::received).sum() < bytes) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
    }
  }
}
