package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org",
    "EXAMPLE.org., example.org",
    "*.example.org, *.example.org",
    "bücher.example, xn--bcher-kva.example",
    "localhost, localhost"
  })
  void readsAHostOrAllBelowADomain(String text, String pattern) {
    assertThat(HostPattern.parse(text).map(HostPattern::text)).contains(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*.",
        "*example.org",
        "a.*.org",
        "*.*.org",
        "1.2.3.4",
        "[::1]",
        "x y",
        "a:443",
        "https://example.org",
        "127.1"
      })
  void refusesWhatIsNeither(String text) {
    assertThat(HostPattern.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.org, a.org, true",
    "a.org, b.org, false",
    "x.a.org, *.a.org, true",
    "a.org, *.a.org, false",
    "xa.org, *.a.org, false",
    "*.a.org, *.a.org, true",
    "*.x.a.org, *.a.org, true",
    "*.xa.org, *.a.org, false",
  })
  void tellsWhetherTwoMayNameTheSameHost(String first, String second, boolean meet) {
    var one = HostPattern.parse(first).orElseThrow();
    var other = HostPattern.parse(second).orElseThrow();
    assertThat(one.meets(other)).isEqualTo(meet);
    assertThat(other.meets(one)).isEqualTo(meet);
  }
}
