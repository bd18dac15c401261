package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.connect.ListenAddress;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Servers' connections that outlive the client's. */
class PoolIT extends ProxyOnLoopback {
  /** More than there are event loops, each of which has idle connections of its own. */
  private static final int MANY = 12;

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";

  @Test
  void clientsThatCloseAfterEachRequestShareAFewConnections() throws Exception {
    loopback.secure.onConnection((peer, number) -> answerAll(peer, ""));
    for (int i = 0; i < MANY; i++) {
      assertThat(get(loopback.listener)).isEqualTo(200);
    }
    assertThat(loopback.secure.connections()).isLessThanOrEqualTo(4);
  }

  @Test
  void aServerThatWantsToCloseIsAskedOnANewConnection() throws Exception {
    loopback.secure.onConnection((peer, number) -> answerAll(peer, "Connection: close\r\n"));
    for (int i = 0; i < MANY; i++) {
      assertThat(get(loopback.listener)).isEqualTo(200);
    }
    assertThat(loopback.secure.connections()).isEqualTo(MANY);
  }

  @Test
  void aServerIsTakenAtItsWordAboutIdleConnections() throws Exception {
    loopback.secure.onConnection((peer, number) -> answerAll(peer, "Keep-Alive: timeout=1\r\n"));
    for (int i = 0; i < MANY; i++) {
      assertThat(get(loopback.listener)).isEqualTo(200);
    }
    assertThat(loopback.secure.connections()).isEqualTo(MANY);
  }

  @Test
  void anIdleConnectionThatTheServerEndsFailsNoRequest() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.message();
      peer.send(OK + "\r\n");
    });
    for (int i = 0; i < MANY; i++) {
      assertThat(get(loopback.listener)).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatMeetsTheEndOfAnIdleConnectionIsSentAgain() throws Exception {
    // Each server ends its connection only when a second request has reached it.
    loopback.secure.onConnection((peer, number) -> {
      peer.message();
      peer.send(OK + "\r\n");
      seen.add(peer.head());
    });
    for (int i = 0; i < MANY; i++) {
      assertThat(get(loopback.listener)).isEqualTo(200);
    }
    assertThat(seen).anyMatch(head -> head.startsWith("GET /v1/models"));
  }

  @Test
  void aRequestThatChangesSomethingIsNeverSentTwice() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      peer.message();
      peer.send(OK + "\r\n");
      var head = peer.head();
      if (head.startsWith("POST")) {
        seen.add(peer.exactly(2));
      }
    });
    int lost = 0;
    for (int i = 0; i < MANY; i++) {
      try (var wire = loopback.intercepted(API)) {
        wire.send(loopback.request("POST /v1/messages", "Content-Length: 2") + "{}");
        int status = Wire.status(wire.message());
        assertThat(status).isIn(200, 502);
        lost += status == 502 ? 1 : 0;
      }
    }
    assertThat(lost).isPositive();
    assertThat(seen).hasSize(lost);
    assertThat(loopback.secure.connections()).isEqualTo(MANY - lost);
  }

  @Test
  void whatAServerSendsUnaskedReachesNobody() throws Exception {
    var sent = new CountDownLatch(1);
    loopback.secure.onConnection((peer, number) -> {
      peer.message();
      peer.send(OK + "\r\n");
      if (number == 1) {
        peer.send("HTTP/1.1 200 OK\r\nX-Poison: yes\r\nContent-Length: 0\r\n\r\n");
        // Ended by the proxy, not by this side.
        peer.rest();
        sent.countDown();
      } else {
        answerAll(peer, "");
      }
    });
    assertThat(get(loopback.listener)).isEqualTo(200);
    assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < MANY; i++) {
      try (var wire = loopback.intercepted(API)) {
        wire.send(loopback.request("GET /v1/models"));
        assertThat(wire.message()).startsWith("HTTP/1.1 200").doesNotContain("X-Poison");
      }
    }
  }

  @Test
  void sessionsHostsAndPlainHttpNeverShareAConnection() throws Exception {
    loopback.secure.onConnection(this::answerAndNote);
    loopback.plain.onConnection(this::answerAndNote);
    try (var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      for (int i = 0; i < MANY; i++) {
        get(loopback.listener);
        try (var wire = loopback.intercepted("mcp-proxy.anthropic.com")) {
          wire.send("GET / HTTP/1.1\r\nHost: mcp-proxy.anthropic.com\r\n\r\n");
          wire.message();
        }
      }
      var before = seen.stream().toList();
      seen.clear();
      for (int i = 0; i < MANY; i++) {
        assertThat(get(other)).isEqualTo(200);
      }
      assertThat(connectionsOf(before, API))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(connectionsOf(before, "mcp-proxy.anthropic.com"))
          .doesNotContainAnyElementsOf(connectionsOf(seen, API));
    }
    int secure = loopback.secure.connections();
    try (var wire = loopback.open()) {
      wire.send(
          "GET http://example.test/ HTTP/1.1\r\nHost: example.test\r\n"
              + loopback.login()
              + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(200);
    }
    assertThat(loopback.secure.connections()).isEqualTo(secure);
    assertThat(loopback.plain.connections()).isEqualTo(1);
  }

  @Test
  void theEndOfASessionEndsItsIdleConnections() throws Exception {
    var ended = new CountDownLatch(1);
    loopback.secure.onConnection((peer, number) -> {
      answerAll(peer, "");
      ended.countDown();
    });
    assertThat(get(loopback.listener)).isEqualTo(200);
    assertThat(ended.getCount()).isEqualTo(1);
    loopback.listener.close();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private int get(ProxyListener listener) throws Exception {
    try (var wire = Loopback.intercepted(listener, API, API)) {
      wire.send("GET /v1/models HTTP/1.1\r\nHost: " + API + "\r\nConnection: close\r\n\r\n");
      return Wire.status(wire.message());
    }
  }

  private void answerAndNote(Wire peer, int number) throws IOException {
    for (var head = peer.head(); !head.isEmpty(); head = peer.head()) {
      seen.add(number + " " + Wire.header(head, "host").orElse(""));
      peer.send(OK + "\r\n");
    }
  }

  private static void answerAll(Wire peer, String headers) throws IOException {
    while (!peer.message().isEmpty()) {
      peer.send(OK + headers + "\r\n");
    }
  }

  private static Set<String> connectionsOf(Collection<String> seen, String host) {
    return seen.stream()
        .filter(s -> s.endsWith(" " + host))
        .map(s -> s.substring(0, s.indexOf(' ')))
        .collect(Collectors.toSet());
  }
}
