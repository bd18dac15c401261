package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadCheckHandlerTest {
  private static final String HOST = "Host: a.example\r\n\r\n";

  private final List<ProxyEvent> told = new ArrayList<>();

  record Bad(String request, int status) {
    @Override
    public String toString() {
      return status + " for " + request.substring(0, Math.min(30, request.length())).strip();
    }
  }

  static List<Bad> bad() {
    return List.of(
        new Bad("GET / HTTP/1.1\r\nBad Name: x\r\n" + HOST, 400),
        new Bad("GET / HTTP/1.1\r\nHost: a.example\r\n" + HOST, 400),
        new Bad("GET / HTTP/1.7\r\n" + HOST, 400),
        new Bad("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\n" + HOST, 414),
        new Bad("GET / HTTP/1.1\r\nX: " + "a".repeat(9_000) + "\r\n" + HOST, 431));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void tellsTheStatusThatTheGuestGot(Bad bad) {
    var channel =
        new EmbeddedChannel(
            new HttpRequestDecoder(),
            new HeadCheckHandler(new Events(told::add, new TrafficMeter()), "a.example"));
    channel.writeInbound(Unpooled.copiedBuffer(bad.request(), StandardCharsets.ISO_8859_1));
    var answer = channel.<Object>readOutbound();
    assertThat(answer)
        .isInstanceOfSatisfying(
            LocalAnswer.class, a -> assertThat(a.status()).isEqualTo(bad.status()));
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            ProxyEvent.Refused.class, r -> assertThat(r.status()).isEqualTo(bad.status()));
    channel.finishAndReleaseAll();
  }
}
