package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadCheckTest {
  private static final Target TARGET = new Target("api.anthropic.com", 443);

  @Test
  void hasNothingAgainstAnOrdinaryRequest() {
    var head =
        new RequestHead(
            "POST",
            "/v1/messages?beta=true",
            List.of(Map.entry("Host", "api.anthropic.com"), Map.entry("X-Text", "a\tb ü")));
    assertThat(HeadCheck.problem(head)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GE T", "GET\u0001", "GET\r\n", "G(T"})
  void refusesOddMethods(String method) {
    assertThat(HeadCheck.problem(new RequestHead(method, "/", List.of()))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a b", "/a\u0000", "/a\u007f", "/a\rb", "/\u2028"})
  void refusesOddTargets(String target) {
    assertThat(HeadCheck.problem(new RequestHead("GET", target, List.of()))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host", "Content-Length", "transfer-encoding", "AUTHORIZATION", "x-api-key"})
  void refusesASecondHeaderOfAKindThatDecides(String name) {
    var twice =
        List.of(Map.entry(name, "1"), Map.entry(name.toLowerCase(java.util.Locale.ROOT), "1"));
    assertThat(HeadCheck.problem(new RequestHead("GET", "/", twice))).isPresent();
    assertThat(HeadCheck.problem(new RequestHead("GET", "/", twice.subList(0, 1)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'X Y', v", "'X:', v", "X, 'a\u0000b'", "X, 'a\rb'", "'X\u000bY', v"})
  void refusesOddHeaders(String name, String value) {
    var head = new RequestHead("GET", "/", List.of(Map.entry(name, value)));
    assertThat(HeadCheck.problem(head)).isPresent();
  }

  @Test
  void refusesTheDraftOfWebSocketThatHasABodyWithoutLength() {
    var head = new RequestHead("GET", "/", List.of(Map.entry("Sec-WebSocket-Key1", "x")));
    assertThat(HeadCheck.problem(head)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "api.anthropic.com, true",
    "API.anthropic.com., true",
    "api.anthropic.com:443, true",
    "api.anthropic.com:80, false",
    "platform.claude.com, false",
    "api.anthropic.com@evil.example, false",
    "'api.anthropic.com, evil.example', false",
    "'', false",
  })
  void comparesTheHostHeaderWithTheTarget(String host, boolean agrees) {
    var head = new RequestHead("GET", "/", List.of(Map.entry("host", host)));
    assertThat(HeadCheck.hostAgrees(head, TARGET, 443)).isEqualTo(agrees);
  }

  @Test
  void aRequestWithoutHostAgreesWithNothing() {
    assertThat(HeadCheck.hostAgrees(new RequestHead("GET", "/", List.of()), TARGET, 443)).isFalse();
  }
}
