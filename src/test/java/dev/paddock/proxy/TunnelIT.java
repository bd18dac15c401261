package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.connect.ListenAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tunnels, requests in clear, and who may use a listener. */
@Tag("loopback")
class TunnelIT {
  private static final int LIMIT = 220;

  @TempDir Path folder;
  private Loopback loopback;
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @BeforeEach
  void start() throws Exception {
    loopback = new Loopback(folder, new ProxySettings(null, List.of(), LIMIT));
  }

  @AfterEach
  void stop() throws Exception {
    loopback.close();
  }

  @Test
  void aServerMaySpeakFirst() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.send("SSH-2.0-banner\r\n"));
    try (var wire = loopback.tunnel("ssh.test:80")) {
      assertThat(wire.restText()).isEqualTo("SSH-2.0-banner\r\n");
    }
  }

  @Test
  void aServersEndLeavesTheClientsDirectionOpen() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      peer.send("all I have");
      peer.endOutput();
      seen.add(peer.restText());
    });
    try (var wire = loopback.tunnel("x.test:80")) {
      assertThat(wire.restText()).isEqualTo("all I have");
      wire.send("one");
      wire.send(" and two");
      wire.endOutput();
      assertThat(next()).isEqualTo("one and two");
    }
  }

  @Test
  void anEndedClientThatReadsSlowlyStillGetsALongAnswerWhole() throws Exception {
    var answer = new byte[16 << 20];
    new Random(7).nextBytes(answer);
    var written = new AtomicLong();
    loopback.plain.onConnection((peer, number) -> {
      seen.add(peer.restText());
      for (int from = 0; from < answer.length; from += 1 << 16) {
        peer.send(Arrays.copyOfRange(answer, from, from + (1 << 16)));
        written.addAndGet(1 << 16);
      }
    });
    try (var wire = loopback.tunnel("x.test:80")) {
      wire.send("?");
      wire.endOutput();
      assertThat(next()).isEqualTo("?");
      // Only now, when every buffer on the way is full, does it begin to read.
      Stalled.at(written);
      assertThat(Arrays.equals(wire.rest(), answer)).isTrue();
    }
  }

  @RepeatedTest(5)
  void bytesAndTheEndThatComeWithTheConnectAreNotLost() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      seen.add(peer.restText());
      peer.send("answer");
    });
    try (var wire = loopback.open()) {
      wire.send(loopback.connectRequest("x.test:80") + "GET / early\r\n\r\n");
      wire.endOutput();
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(next()).isEqualTo("GET / early\r\n\r\n");
      assertThat(wire.restText()).isEqualTo("answer");
    }
  }

  @Test
  void aTlsHelloThatComesWithTheConnectIsNotLost() throws Exception {
    loopback.secure.onConnection((peer, number) -> seen.add(peer.head()));
    try (var wire = loopback.open()) {
      // A TLS record header, and then nothing: our side waits for the rest instead of failing.
      wire.send(loopback.connectRequest("api.anthropic.com:443"));
      wire.send("\u0016\u0003\u0001\u0000\u0005hello");
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(wire.in().read()).as("an alert, not HTTP").isEqualTo(0x15);
    }
    assertThat(loopback.secure.connections()).isZero();
  }

  @Test
  void aBrokenConnectionEndsOnBothSides() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      peer.exactly(1);
      peer.send("x");
      peer.socket().setSoLinger(true, 0);
    });
    try (var wire = loopback.tunnel("x.test:80")) {
      wire.send("?");
      assertThat(wire.restText()).isIn("x", "");
    }
  }

  @Test
  void twoHundredTunnelsAtOnceAllWork() throws Exception {
    var all = new CountDownLatch(200);
    loopback.plain.onConnection((peer, number) -> {
      all.countDown();
      peer.send(peer.exactly(4));
      peer.rest();
    });
    var wires = new ArrayList<Wire>();
    try {
      for (int i = 0; i < 200; i++) {
        wires.add(loopback.tunnel("x.test:80"));
      }
      assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 200; i++) {
        var text = "%04d".formatted(i);
        wires.get(i).send(text);
        assertThat(wires.get(i).exactly(4)).isEqualTo(text);
      }
    } finally {
      for (var wire : wires) {
        wire.close();
      }
    }
  }

  @Test
  void tooManyConnectionsAreRefusedAndToldAbout() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.rest());
    try (var small = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      var wires = new ArrayList<Wire>();
      try {
        for (int i = 0; i < LIMIT; i++) {
          var wire = Loopback.open(small);
          wires.add(wire);
          wire.send("CONNECT x.test:80 HTTP/1.1\r\n" + Loopback.login(small) + "\r\n");
          assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
        wires.add(Loopback.open(small));
        assertThat(wires.getLast().in().read()).as("one too many").isEqualTo(-1);
        assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.Refused);
      } finally {
        for (var wire : wires) {
          wire.close();
        }
      }
    }
  }

  @Test
  void aRequestInClearLosesWhatWasMeantForTheProxy() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      seen.add(peer.message());
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nProxy-X: 1\r\n\r\nok");
    });
    try (var wire = loopback.open()) {
      for (var host : new String[] {"one.test", "two.test"}) {
        wire.send(
            "POST http://"
                + host
                + "/a?b=c HTTP/1.1\r\nHost: other.test\r\nProxy-Connection: keep-alive\r\n"
                + "Content-Length: 2\r\n"
                + loopback.login()
                + "\r\nhi");
        var answer = wire.message();
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("ok").doesNotContain("Proxy-X");
        assertThat(next())
            .startsWith("POST /a?b=c HTTP/1.1\r\n")
            .containsIgnoringCase("host: " + host)
            .doesNotContainIgnoringCase("proxy-")
            .doesNotContain("other.test")
            .endsWith("hi");
      }
    }
  }

  @Test
  void aClientThatEndsItsSideAfterARequestInClearGetsTheAnswer() throws Exception {
    loopback.plain.onConnection((peer, number) -> {
      peer.head();
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
    try (var wire = loopback.open()) {
      wire.send("GET http://x.test HTTP/1.0\r\n" + loopback.login() + "\r\n");
      wire.endOutput();
      assertThat(wire.restText()).startsWith("HTTP/1.1 200").endsWith("ok");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET http://api.anthropic.com/v1/models, 403",
    "GET http://platform.claude.com/, 403",
    "GET http://trace.datadoghq.com/, 403",
    "GET https://example.test/, 400",
    "GET ftp://example.test/, 400",
    "GET /origin-form, 400",
    "GET http:///nohost, 400",
    "GET http://user:pass@example.test/, 400",
    "GET http://example.test/#fragment, 400",
    "GET http://127.1/, 400",
    "GET http://127.0.0.1:22/, 403",
    "GET http://[::1]:22/, 403",
    "GET http://example.test:8080/, 403",
    "OPTIONS *, 400",
    "CONNECT example.test, 400",
    "CONNECT user@example.test:80, 400",
    "CONNECT http://example.test:80/, 400",
    "CONNECT api.anthropic.com:80, 403",
    "CONNECT api.anthropic.com.:8443, 403",
    "CONNECT http-intake.logs.us5.datadoghq.com:443, 403",
    "CONNECT 192.168.5.2:8080, 403",
  })
  void everyRefusalHasAStatusAReasonAndAnEvent(String line, int status) throws Exception {
    try (var wire = loopback.open()) {
      wire.send(line + " HTTP/1.1\r\nHost: x\r\n" + loopback.login() + "\r\n");
      var answer = wire.message();
      assertThat(Wire.status(answer)).isEqualTo(status);
      assertThat(answer).contains("paddock: ");
    }
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.Refused);
    assertThat(loopback.plain.connections()).isZero();
  }

  @Test
  void aPlaceholderInClearIsRefusedWhereverItStands() throws Exception {
    try (var wire = loopback.open()) {
      for (var head :
          new String[] {
            "GET http://x.test/?t=%s HTTP/1.1\r\nHost: x.test\r\n",
            "GET http://x.test/ HTTP/1.1\r\nHost: x.test\r\nAuthorization: Bearer %s\r\n",
            "GET http://x.test/ HTTP/1.1\r\nHost: x.test\r\nCookie: t=%s\r\n"
          }) {
        wire.send(head.formatted(loopback.placeholder()) + loopback.login() + "\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(403);
      }
    }
    assertThat(loopback.plain.connections()).isZero();
    assertThat(loopback.events().toString()).contains("does not belong");
  }

  @Test
  void overTcpTheSecretIsNeededForEveryRequest() throws Exception {
    try (var wire = loopback.open();
        var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      for (var login :
          new String[] {"", "Proxy-Authorization: Basic eDp5\r\n", Loopback.login(other)}) {
        wire.send("CONNECT x.test:80 HTTP/1.1\r\nHost: x.test\r\n" + login + "\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(407);
        wire.send(
            "POST http://x.test/ HTTP/1.1\r\nHost: x.test\r\nContent-Length: 2\r\n"
                + login
                + "\r\nhi");
        assertThat(Wire.status(wire.message())).isEqualTo(407);
      }
      wire.send(loopback.connectRequest("x.test:80"));
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aSecondConnectInTheSamePacketAsARefusedOneIsAnsweredToo() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.send("banner"));
    try (var wire = loopback.open()) {
      wire.send(
          "CONNECT x.test:80 HTTP/1.1\r\nHost: x\r\n\r\n" + loopback.connectRequest("x.test:80"));
      assertThat(Wire.status(wire.message())).isEqualTo(407);
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(wire.restText()).isEqualTo("banner");
    }
  }

  @RepeatedTest(5)
  void onASocketFileTheModeIsEnoughButAWrongSecretIsNot() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.send(peer.restText()));
    var path = folder.resolve("proxy.sock");
    try (var unix = loopback.server.listen(new ListenAddress.UnixSocket(path), loopback.access())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
      assertThat(overSocketFile(path, "")).contains("200 Connection established").endsWith("echo");
      assertThat(overSocketFile(path, Loopback.login(unix))).endsWith("echo");
      assertThat(overSocketFile(path, loopback.login())).startsWith("HTTP/1.1 407");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  @SuppressWarnings("try") // closing it early is what is tested
  void closingAListenerEndsItsTunnelsAndLeavesOthersAlone() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.send(peer.exactly(2)));
    try (var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access());
        var wire = Loopback.open(other);
        var mine = loopback.tunnel("x.test:80")) {
      wire.send("CONNECT x.test:80 HTTP/1.1\r\nHost: x\r\n" + Loopback.login(other) + "\r\n");
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      other.close();
      assertThat(wire.in().read()).isEqualTo(-1);
      mine.send("hi");
      assertThat(mine.exactly(2)).isEqualTo("hi");
    }
  }

  @Test
  void tellsATunnelsBytesWhenItEnds() throws Exception {
    loopback.plain.onConnection((peer, number) -> peer.send(peer.restText() + "!"));
    try (var wire = loopback.tunnel("x.test:80")) {
      wire.send("hello");
      wire.endOutput();
      assertThat(wire.restText()).isEqualTo("hello!");
    }
    var done = loopback.done();
    assertThat(done.request()).isEqualTo(new ProxyEvent.RequestLine("x.test", "CONNECT", ""));
    assertThat(done.handling()).isEqualTo(ProxyEvent.Handling.TUNNELLED);
    assertThat(done.traffic().sent()).isEqualTo(5);
    assertThat(done.traffic().received()).isEqualTo(6);
  }

  private static String overSocketFile(Path path, String login) throws Exception {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      var request = "CONNECT x.test:80 HTTP/1.1\r\nHost: x\r\n" + login + "\r\necho";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.shutdownOutput();
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }
}
