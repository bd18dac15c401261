package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "api.anthropic.com:443, api.anthropic.com, 443",
    "API.Anthropic.COM:443, api.anthropic.com, 443",
    "api.anthropic.com.:443, api.anthropic.com, 443",
    "my_host.example:22, my_host.example, 22",
    "xn--mnchen-3ya.de:80, xn--mnchen-3ya.de, 80",
    "mÃ¼nchen.de:80, xn--mnchen-3ya.de, 80",
    "ｄatadoghq.com:443, datadoghq.com, 443",
    "8.8.8.8:53, 8.8.8.8, 53",
    "[2606:4700::1111]:443, 2606:4700:0:0:0:0:0:1111, 443",
    "[::ffff:127.0.0.1]:80, 127.0.0.1, 80",
    "localhost:65535, localhost, 65535",
  })
  void givesEveryHostOneSpelling(String text, String host, int port) {
    assertThat(Target.parse(text)).contains(new Target(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host",
        ":443",
        "host:",
        "host:0",
        "host:65536",
        "host:-1",
        "host:+1",
        "host:443x",
        "host:443:443",
        "host:٤٤٣",
        "user@host:443",
        "user:pass@host:443",
        "host/path:443",
        "host?q:443",
        "host#f:443",
        "ho st:443",
        "ho\tst:443",
        "ho\u0000st:443",
        "host\r\nX: y:443",
        "ho%73t:443",
        "ho\\st:443",
        "..:443",
        ".host:443",
        "a..b:443",
        "host..:443",
        "-host:443",
        "host-.x:443",
        "127.1:80",
        "127.0.0.01:80",
        "0x7f.0.0.1:80",
        "0x7f000001:80",
        "2130706433:80",
        "1.2.3.4.5:80",
        "1.2.3.256:80",
        "example.123:80",
        "::1:80",
        "[::1:80",
        "::1]:80",
        "[fe80::1%eth0]:80",
        "[host]:80",
        "[127.0.0.1]:80",
        "[]:80",
        "\ud83d\udca9\u202e.com:443",
      })
  void refusesWhatIsNotExactlyHostAndPort(String text) {
    assertThat(Target.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64})
  void labelsHaveAtMost63Characters(int length) {
    assertThat(Target.parse("a".repeat(length) + ".com:443").isPresent()).isEqualTo(length == 63);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, 80, example.com, example.com:80",
    "example.com:8080, 80, example.com:8080, example.com:8080",
    "[2001:db8::1], 80, [2001:db8:0:0:0:0:0:1], [2001:db8:0:0:0:0:0:1]:80",
  })
  void writesItselfAsARequestNeedsIt(String text, int scheme, String header, String authority) {
    var target = Target.parse(text, scheme).orElseThrow();
    assertThat(target.hostHeader(scheme)).isEqualTo(header);
    assertThat(target.authority()).isEqualTo(authority);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1:1, true", "[::1]:1, true", "localhost:1, false", "a.b:1, false"})
  void knowsWhetherItIsAnAddress(String text, boolean literal) {
    assertThat(Target.parse(text).orElseThrow().literal().isPresent()).isEqualTo(literal);
  }
}
