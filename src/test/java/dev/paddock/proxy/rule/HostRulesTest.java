package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRulesTest {
  private final HostRules rules = HostRules.standard();

  @ParameterizedTest
  @CsvSource({
    "api.anthropic.com:443, Intercept",
    "mcp-proxy.anthropic.com:443, Intercept",
    "platform.claude.com:443, Intercept",
    "API.ANTHROPIC.COM.:443, Intercept",
    "api.anthropic.com:80, Refuse",
    "api.anthropic.com:8443, Refuse",
    "api.anthropic.com:22, Refuse",
    "x.api.anthropic.com:443, Tunnel",
    "api.anthropic.com.evil.example:443, Tunnel",
    "notapi.anthropic.com:443, Tunnel",
    "claude.ai:443, Tunnel",
    "github.com:443, Tunnel",
    "github.com:22, Tunnel",
    "8.8.8.8:443, Tunnel",
    "datadoghq.com:443, Refuse",
    "http-intake.logs.us5.datadoghq.com:443, Refuse",
    "DATADOGHQ.com.:80, Refuse",
    "notdatadoghq.com:443, Tunnel",
    "datadoghq.com.example:443, Tunnel",
  })
  void decidesAboutEveryHost(String target, String decision) {
    assertThat(rules.connect(Target.parse(target).orElseThrow()).getClass().getSimpleName())
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "deb.debian.org:80, false",
    "deb.debian.org:8080, false",
    "api.anthropic.com:80, true",
    "api.anthropic.com:443, true",
    "platform.claude.com:80, true",
    "trace.datadoghq.com:80, true",
  })
  void letsNothingThatIsInterceptedOrBlockedGoInClear(String target, boolean refused) {
    assertThat(rules.refusedInClear(Target.parse(target).orElseThrow()).isPresent())
        .isEqualTo(refused);
  }
}
