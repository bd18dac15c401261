package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that echo the real credential. */
@Tag("loopback")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ScrubIT {
  @TempDir Path folder;

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private Loopback loopback;

  @BeforeEach
  void start() throws Exception {
    loopback = new Loopback(folder);
    loopback.secure.onConnection((peer, number) -> {
      for (var message = peer.message(); !message.isEmpty(); message = peer.message()) {
        seen.add(message);
        peer.send(answers.take());
      }
    });
  }

  @AfterEach
  void stop() throws Exception {
    loopback.close();
  }

  @Test
  void aBodyOfKnownLengthKeepsItAndTheConnectionGoesOn() throws Exception {
    var body = "{\"you sent\":\"Bearer " + REAL + "\"}";
    try (var api = loopback.intercepted(API)) {
      answers.add("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
      api.send(loopback.request("GET /echo"));
      assertThat(api.message()).startsWith("HTTP/1.1 200").doesNotContain("REAL").endsWith("\"}");
      answers.add("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      api.send(loopback.request("GET /next"));
      assertThat(api.message()).endsWith("ok");
    }
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.SecretInAnswer);
  }

  @Test
  void aSecretInTwoChunksBecomesThePlaceholder() throws Exception {
    var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    var first = "data: " + REAL.substring(0, 20);
    var second = REAL.substring(20) + "\n\n";
    try (var api = loopback.intercepted(API)) {
      answers.add(head + chunk(first) + chunk(second) + "0\r\n\r\n");
      api.send(loopback.request("GET /echo", "Connection: close"));
      assertThat(api.restText()).doesNotContain("REAL").contains(loopback.placeholder());
    }
  }

  @Test
  void answersWithoutABodyPass() throws Exception {
    try (var api = loopback.intercepted(API)) {
      answers.add("HTTP/1.1 204 No Content\r\n\r\n");
      api.send(loopback.request("POST /nothing", "Content-Length: 0"));
      assertThat(api.head()).startsWith("HTTP/1.1 204");
      answers.add("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      api.send(loopback.request("GET /empty"));
      assertThat(api.message()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void serversAreAskedNotToCompressWhatIsAboutTokens() throws Exception {
    try (var api = loopback.intercepted(API)) {
      answers.add("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      api.send(loopback.request("GET /api/oauth/profile", "Accept-Encoding: gzip, br"));
      api.message();
      assertThat(Wire.header(seen.take(), "accept-encoding")).contains("identity");
      answers.add("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      api.send(loopback.request("GET /v1/messages", "Accept-Encoding: gzip, br"));
      api.message();
      assertThat(Wire.header(seen.take(), "accept-encoding")).contains("gzip, br");
    }
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
