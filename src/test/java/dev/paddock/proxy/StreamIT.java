package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies through an intercepted connection: each part as it comes, none of it kept. */
class StreamIT extends ProxyOnLoopback {
  private static final int CHUNK = 32 * 1024;
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  @Test
  void everyEventOfAStreamArrivesBeforeTheNextIsMade() throws Exception {
    var go = new LinkedBlockingQueue<String>();
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + CHUNKED + "\r\n\r\n");
      for (String event; (event = go.poll(10, TimeUnit.SECONDS)) != null; ) {
        peer.send("%x\r\n%s\r\n".formatted(event.length(), event));
      }
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", "Content-Length: 2") + "{}");
      assertThat(wire.head()).contains("text/event-stream");
      for (int i = 0; i < 20; i++) {
        var event = "data: " + i + "\n\n";
        go.add(event);
        var framed = "%x\r\n%s\r\n".formatted(event.length(), event);
        assertThat(wire.exactly(framed.length())).isEqualTo(framed);
      }
    }
  }

  @Test
  void everyPartOfARequestArrivesBeforeTheNextIsSent() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      seen.add(peer.head());
      for (int i = 0; i < 3; i++) {
        seen.add(peer.exactly("3\r\npt0\r\n".length()));
      }
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", CHUNKED));
      assertThat(next()).contains(REAL);
      for (int i = 0; i < 3; i++) {
        var part = "3\r\npt" + i + "\r\n";
        wire.send(part);
        assertThat(next()).isEqualTo(part);
      }
    }
  }

  @Test
  void thousandsOfTinyPartsInOnePacketArriveWhole() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      var body = new StringBuilder();
      while (!body.toString().endsWith("0\r\n\r\n")) {
        body.append(peer.exactly(1));
      }
      seen.add(
          body.toString().replaceAll("[1x0\r\n]", "")
              + body.toString().chars().filter(c -> c == 'x').count());
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /f", CHUNKED) + "1\r\nx\r\n".repeat(2000) + "0\r\n\r\n");
      assertThat(next()).isEqualTo("2000");
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aServerThatAnswersBeforeTheBodyEndsIsHeard() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", "Content-Length: 1000000"));
      assertThat(Wire.status(wire.head())).isEqualTo(413);
    }
  }

  @Test
  void aClientThatAsksFirstGetsTheServersWordAndThenSends() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      seen.add(peer.head());
      peer.send("HTTP/1.1 100 Continue\r\n\r\n");
      seen.add(peer.exactly(4));
      peer.send("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
      seen.add(peer.message());
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /f", "Content-Length: 4", "Expect: 100-continue"));
      assertThat(next()).containsIgnoringCase("expect: 100-continue");
      assertThat(wire.head()).startsWith("HTTP/1.1 100");
      wire.send("body");
      assertThat(next()).isEqualTo("body");
      assertThat(wire.head()).startsWith("HTTP/1.1 201");
      wire.send(loopback.request("GET /next"));
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void twentyMegabytesGoUpAndDownUnchanged() throws Exception {
    var down = bytes(20 << 20, 1);
    var up = bytes(20 << 20, 2);
    var received = new CompletableFuture<String>();
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      received.complete(digest(peer.in().readNBytes(up.length)));
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + down.length + "\r\n\r\n");
      peer.send(down);
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /f", "Content-Length: " + up.length));
      wire.send(up);
      assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(digest(up));
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(digest(wire.in().readNBytes(down.length))).isEqualTo(digest(down));
    }
  }

  @Test
  void aSlowClientSlowsTheServerDown() throws Exception {
    var written = new AtomicLong();
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + Long.MAX_VALUE + "\r\n\r\n");
      pour(peer, written);
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /endless"));
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(Stalled.at(written)).isLessThan(48L << 20);
    }
  }

  @Test
  void aSlowServerSlowsTheClientDown() throws Exception {
    var stalled = new CompletableFuture<Void>();
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      stalled.get(30, TimeUnit.SECONDS);
    });
    var written = new AtomicLong();
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /endless", "Content-Length: " + Long.MAX_VALUE));
      Thread.startVirtualThread(() -> pour(wire, written));
      assertThat(Stalled.at(written)).isLessThan(48L << 20);
      stalled.complete(null);
    }
  }

  @Test
  void aClientThatLeavesEndsTheServersWork() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\n" + CHUNKED + "\r\n\r\n5\r\nevent\r\n");
      seen.add("ended with " + peer.in().read());
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /v1/messages", "Content-Length: 0"));
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
    }
    assertThat(next()).isEqualTo("ended with -1");
  }

  @Test
  void aServerThatBreaksOffIsNotTakenForTheEndOfTheAnswer() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\n" + CHUNKED + "\r\n\r\n5\r\nevent\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /"));
      assertThat(wire.restText()).endsWith("5\r\nevent\r\n");
    }
  }

  @Test
  void anAnswerThatEndsWithTheConnectionEndsTheClientsToo() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\n\r\nall of it");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /"));
      assertThat(wire.restText()).containsIgnoringCase("connection: close").endsWith("all of it");
    }
  }

  @Test
  void aServerThatClosesWithoutAnAnswerGivesA502AndTheNextRequestANewConnection() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      if (number > 1) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      }
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("POST /1", "Content-Length: 3") + "abc");
      var answer = wire.message();
      assertThat(Wire.status(answer)).isEqualTo(502);
      // The failure passes, so the client shall try again by itself.
      assertThat(answer).doesNotContain("x-should-retry");
      for (int i = 2; i < 5; i++) {
        wire.send(loopback.request("GET /" + i));
        assertThat(Wire.status(wire.message())).isEqualTo(200);
      }
    }
  }

  @Test
  void anAnswerToHeadHasALengthAndNoBody() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 204 No Content\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("HEAD /1"));
      assertThat(wire.head()).contains("1000");
      wire.send(loopback.request("GET /2"));
      assertThat(wire.head()).startsWith("HTTP/1.1 304");
      wire.send(loopback.request("GET /3"));
      assertThat(wire.head()).startsWith("HTTP/1.1 204");
    }
  }

  @Test
  void aWebSocketCarriesTheTokenAndThenOpaqueBytes() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      seen.add(peer.head());
      // The first frame comes in the same packet as the answer.
      peer.send(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: x\r\n\r\n\u0081\u0005first");
      for (int octet; (octet = peer.in().read()) >= 0; ) {
        peer.send(new byte[] {(byte) octet});
      }
      seen.add("ended");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(
          loopback.request(
              "GET /ws",
              "Connection: keep-alive, Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Key: k",
              "Sec-WebSocket-Extensions: permessage-deflate"));
      assertThat(next())
          .contains(REAL)
          .containsIgnoringCase("upgrade: websocket")
          .contains("permessage-deflate");
      assertThat(wire.head()).startsWith("HTTP/1.1 101").containsIgnoringCase("upgrade: websocket");
      assertThat(wire.exactly(7)).endsWith("first");
      var frame = "GET / HTTP/1.1\r\n\r\n\u0000\u00ff";
      wire.send(frame);
      assertThat(wire.exactly(frame.length())).isEqualTo(frame);
    }
    assertThat(next()).isEqualTo("ended");
  }

  @Test
  void aRefusedUpgradeLeavesOrdinaryHttp() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n");
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /ws", "Connection: Upgrade", "Upgrade: websocket"));
      assertThat(Wire.status(wire.message())).isEqualTo(426);
      wire.send(loopback.request("POST /sse", "Content-Length: 0"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
  }

  @Test
  void aSwitchThatNobodyAskedForIsAnError() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n");
      seen.add("ended with " + peer.in().read());
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /", "Connection: Upgrade", "Upgrade: h2c"));
      assertThat(Wire.status(wire.message())).isEqualTo(502);
    }
    assertThat(next()).isEqualTo("ended with -1");
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }

  private static void pour(Wire wire, AtomicLong written) {
    var block = new byte[CHUNK];
    try {
      while (true) {
        wire.send(block);
        written.addAndGet(CHUNK);
      }
    } catch (IOException e) {
      // The other side closed it.
    }
  }

  private static byte[] bytes(int length, long seed) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String digest(byte[] bytes) throws Exception {
    return java.util.HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
