package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopByHopTest {
  private final HttpRequest request =
      new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Proxy-Authorization",
        "proxy-connection",
        "Proxy-Anything",
        "Connection",
        "Keep-Alive",
        "TE",
        "Upgrade",
        "HTTP2-Settings",
        "X-Named"
      })
  void doesNotPassOnWhatIsMeantForOneHop(String name) {
    request.headers().set(name, "x").set("Connection", "close, X-Named").set("X-Kept", "1");
    HopByHop.forward(request);
    assertThat(request.headers().contains(name)).isFalse();
    assertThat(request.headers().get("X-Kept")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "Transfer-Encoding", "Authorization"})
  void keepsWhatAClientMustNotTakeAwayByNamingIt(String name) {
    request.headers().set(name, "1").set("Connection", name + ", close");
    HopByHop.forward(request);
    assertThat(request.headers().get(name)).isEqualTo("1");
  }

  @Test
  void passesOnTheUpgradeToWebSocketAndNoOther() {
    request.headers().set("Connection", "keep-alive, Upgrade").set("Upgrade", "WebSocket");
    request.headers().set("Sec-WebSocket-Extensions", "permessage-deflate");
    HopByHop.forward(request);
    assertThat(HopByHop.upgradesToWebSocket(request)).isTrue();
    assertThat(request.headers().get("Sec-WebSocket-Extensions")).isNotNull();

    request.headers().set("Connection", "Upgrade, HTTP2-Settings").set("Upgrade", "h2c");
    HopByHop.forward(request);
    assertThat(request.headers().contains("Upgrade")).isFalse();
    assertThat(request.headers().contains("Connection")).isFalse();
  }
}
