package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.connect.ListenAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a guest does that wants this machine's memory, threads or sockets, or no trace of itself.
 */
class HostileGuestIT extends ProxyOnLoopback {
  private static final int LIMIT_SECONDS = 60;
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  @ParameterizedTest
  @CsvSource({"150, 200", "15000, 431"})
  void aHeadHasOnlySoManyLines(int lines, int status) throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      peer.head();
      peer.send(EMPTY);
    });
    try (var wire = loopback.open()) {
      wire.send(
          "GET http://a.test/ HTTP/1.1\r\nHost: x\r\n"
              + loopback.login()
              + "Connection: "
              + "c,".repeat(7000)
              + "x\r\n"
              + "b:\r\n".repeat(lines)
              + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(status);
    }
  }

  @Test
  void anAnswersHeadHasOnlySoManyLines() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + "b:\r\n".repeat(10_000) + "\r\n");
    });
    try (var wire = loopback.open()) {
      wire.send("GET http://a.test/ HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(502);
    }
  }

  @Test
  void aTunnelWhoseServerDoesNotReadEndsWithItsClientAndIsTold() throws Exception {
    var hold = new CountDownLatch(1);
    loopback.plain.onConnection((peer, number) -> hold.await());
    for (int i = 0; i < 3; i++) {
      var wire = loopback.tunnel("sink.test:80");
      var writer = Thread.startVirtualThread(() -> fill(wire));
      writer.join(500);
      // So that what it has not sent is lost.
      wire.socket().setSoLinger(true, 0);
      wire.close();
    }
    until("all are told", () -> told().size() == 3);
    until("none is left", () -> sockets(loopback.plain.port(), "01") == 0);
    hold.countDown();
  }

  @Test
  void dialsEndWithTheirClient() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var fillers = fillUp(full);
      var many = Collections.nCopies(4000, InetAddress.getLoopbackAddress());
      try (var server =
              new ProxyServer(
                  ProxySettings.direct(),
                  host -> many,
                  (address, port) ->
                      Optional.of((InetSocketAddress) full.getLocalSocketAddress()));
          var listener = server.listen(new ListenAddress.Loopback(0), loopback.access())) {
        int before = sockets(full.getLocalPort(), "02");
        var wires = new ArrayList<Wire>();
        for (int i = 0; i < 10; i++) {
          var wire = Loopback.open(listener);
          wire.send("CONNECT many.test:9 HTTP/1.1\r\n" + Loopback.login(listener) + "\r\n");
          wires.add(wire);
        }
        until("they dial", () -> sockets(full.getLocalPort(), "02") == before + 10);
        for (var wire : wires) {
          wire.close();
        }
        until("nobody dials", () -> sockets(full.getLocalPort(), "02") <= before);
      } finally {
        for (var filler : fillers) {
          filler.close();
        }
      }
    }
  }

  @Test
  void oneSessionLooksUpOnlySoManyNamesAtATime() throws Exception {
    var hold = new CountDownLatch(1);
    try (var server =
            new ProxyServer(
                ProxySettings.direct(),
                host -> {
                  wait(hold);
                  throw new UnknownHostException(host);
                },
                (address, port) -> Optional.empty());
        var slow = server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      var wires = new ArrayList<Wire>();
      for (int i = 0; i < 40; i++) {
        var wire = Loopback.open(slow);
        wire.send("CONNECT slow.test:443 HTTP/1.1\r\n" + Loopback.login(slow) + "\r\n");
        wires.add(wire);
      }
      until("the others are refused", () -> answered(wires) == 8);
      hold.countDown();
      for (var wire : wires) {
        wire.close();
      }
    }
  }

  @Test
  void idleConnectionsToManyHostsAreFew() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      while (!peer.head().isEmpty()) {
        peer.send(EMPTY);
      }
    });
    try (var wire = loopback.open()) {
      for (int i = 0; i < 200; i++) {
        wire.send(
            "GET http://h" + i + ".test/ HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(200);
      }
      until("most are closed", () -> sockets(loopback.plain.port(), "01") <= 64);
    }
  }

  /** The server ends the kept connection, and the request is sent again on another. */
  @Test
  void aRequestBehindOneThatIsSentAgainHidesNothing() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      seen.add(peer.head());
      peer.send(EMPTY);
      seen.add(peer.head());
      if (number > 1) {
        peer.send(EMPTY);
        peer.head();
      }
    });
    try (var wire = loopback.open()) {
      wire.send(plain("/warm"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      wire.send(plain("/stolen-data") + plain("/harmless"));
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    until("all are told", () -> told().size() == 3);
    assertThat(told()).containsExactly("/warm", "/stolen-data", "/harmless");
  }

  @Test
  void aRequestBehindARefreshOfTheGuestsOwnWaitsForItsAnswer() throws Exception {
    var host = "platform.claude.com";
    var answer = new CountDownLatch(1);
    loopback.secure.onConnection((peer, number) -> {
      for (var message = peer.message(); !message.isEmpty(); message = peer.message()) {
        seen.add(message.lines().findFirst().orElse(""));
        if (message.startsWith("POST")) {
          wait(answer);
        }
        peer.send(EMPTY);
      }
    });
    var body = "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"sk-ant-ort01-mine\"}";
    try (var wire = loopback.intercepted(host)) {
      wire.send("GET /warm HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      wire.message();
      wire.send(
          Loopback.lines(
                  "POST /v1/oauth/token HTTP/1.1",
                  "Host: " + host,
                  "Content-Length: " + body.length(),
                  "")
              + body
              + "GET /harmless HTTP/1.1\r\nHost: "
              + host
              + "\r\n\r\n");
      assertThat(seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith("GET /warm");
      assertThat(seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).startsWith("POST");
      answer.countDown();
      assertThat(Wire.status(wire.message())).isEqualTo(200);
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    until("all are told", () -> told().size() == 3);
    assertThat(told()).containsExactly("/warm", "/v1/oauth/token", "/harmless");
  }

  @Test
  void theLogTellsTheWholePathAndTheEndOfAHost() throws Exception {
    noteRequests();
    loopback.plain.onConnection((peer, number) -> {
      peer.head();
      peer.send(EMPTY);
    });
    try (var wire = loopback.intercepted(API)) {
      wire.send(loopback.request("GET /v1/files/secret://x/v1/models"));
      wire.message();
    }
    assertThat(loopback.done().request().path()).isEqualTo("/v1/files/secret://x/v1/models");
    var host = "github.com." + ("a".repeat(60) + ".").repeat(3) + "b".repeat(30) + ".evil.test";
    loopback.events().clear();
    try (var wire = loopback.open()) {
      wire.send("GET http://" + host + "/ HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    assertThat(loopback.done().request().host()).isEqualTo(host);
  }

  /** Closing looks for errors in the log. */
  @Test
  void aHostOfAnyLengthIsNoMistakeOfOurs() throws Exception {
    var umlauts =
        new String(
            "\u00e4".repeat(900).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    for (var host : List.of(umlauts, umlauts.substring(0, 400), "a".repeat(5000))) {
      try (var wire = loopback.open()) {
        wire.send("CONNECT " + host + ":443 HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(400);
      }
    }
  }

  private String plain(String path) {
    return "GET http://evil.test" + path + " HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n";
  }

  private List<String> told() {
    return loopback.events().stream()
        .filter(ProxyEvent.RequestDone.class::isInstance)
        .map(event -> ((ProxyEvent.RequestDone) event).request().path())
        .toList();
  }

  private static void fill(Wire wire) {
    try {
      for (int i = 0; i < 200; i++) {
        wire.send(new byte[64 * 1024]);
      }
    } catch (IOException e) {
      // It was closed meanwhile, which is what the test wants.
    }
  }

  /** Until the queue is full: further connections get no answer at all. */
  private static List<Socket> fillUp(ServerSocket full) throws IOException {
    var fillers = new ArrayList<Socket>();
    for (int i = 0; i < 4; i++) {
      var socket = new Socket();
      fillers.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 300);
      } catch (IOException e) {
        // It is full.
      }
    }
    return fillers;
  }

  private static int answered(List<Wire> wires) throws IOException {
    int answered = 0;
    for (var wire : wires) {
      answered += wire.in().available() > 0 ? 1 : 0;
    }
    return answered;
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** This process's sockets to a port, in a state of the kernel's: 01 connected, 02 dialling. */
  private static int sockets(int port, String state) throws IOException {
    int found = 0;
    var remote = ":%04X".formatted(port);
    for (var table : List.of("tcp", "tcp6")) {
      var file = Path.of("/proc/self/net", table);
      for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        var fields = line.strip().split("\\s+", -1);
        found += fields.length > 3 && fields[2].endsWith(remote) && fields[3].equals(state) ? 1 : 0;
      }
    }
    return found;
  }

  private static void until(String what, Callable<Boolean> so) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!so.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
