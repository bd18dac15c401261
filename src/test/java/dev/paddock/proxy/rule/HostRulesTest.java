package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decisions.txt cannot say. */
class HostRulesTest {
  @Test
  void interceptsGitHubOnlyWhereACredentialCouldBePut() {
    assertThat(HostRules.of(Policies.named("plain")).intercepted())
        .extracting(HostPattern::text)
        .containsExactlyInAnyOrder(
            "api.anthropic.com",
            "mcp-proxy.anthropic.com",
            "platform.claude.com",
            "api.openai.com",
            "chatgpt.com",
            "*.chatgpt.com",
            "auth.openai.com",
            "*.githubcopilot.com",
            "api.github.com");
    assertThat(HostRules.of(Policies.named("open")).intercepted())
        .extracting(HostPattern::text)
        .contains("github.com", "uploads.github.com", "raw.githubusercontent.com");
  }

  @Test
  void aSessionOfOneProviderLeavesTheOthersAlone() {
    var claude =
        new SessionPolicy(
            NetworkMode.OFFLINE,
            Set.of(),
            Set.of(CredentialKind.CLAUDE),
            GitHubAccess.none(),
            false);
    assertThat(HostRules.of(claude).intercepted())
        .extracting(HostPattern::text)
        .containsExactlyInAnyOrder(
            "api.anthropic.com", "mcp-proxy.anthropic.com", "platform.claude.com");
    assertThat(HostRules.of(claude).connect(new Target("api.openai.com", 443)))
        .isInstanceOf(ConnectDecision.Refuse.class);
  }

  @Test
  void showsTheHostsThatOnlyOursConcernsOnlyWhereTheListHasThem() {
    assertThat(HostRules.of(Policies.named("ours-offline")).intercepted())
        .extracting(HostPattern::text)
        .containsExactlyInAnyOrder(
            "api.anthropic.com", "mcp-proxy.anthropic.com", "platform.claude.com");
    assertThat(HostRules.of(Policies.named("ours-listed")).intercepted())
        .extracting(HostPattern::text)
        .contains("api.openai.com", "*.chatgpt.com", "github.com")
        .doesNotContain("chatgpt.com", "*.githubcopilot.com", "api.github.com");
    assertThat(HostRules.of(Policies.named("ours-listed")).table())
        .contains(new HostRule("*.chatgpt.com", "credentials from elsewhere are refused"));
  }

  @Test
  void takesOnlyProvidersThroughTheUsersOwnProxy() {
    var rules = HostRules.of(Policies.named("open"));
    for (var host : new String[] {"api.anthropic.com", "eu.chatgpt.com", "api.githubcopilot.com"}) {
      assertThat(rules.isProvider(new Target(host, 443))).as(host).isTrue();
    }
    for (var host : new String[] {"platform.claude.com", "github.com", "example.org"}) {
      assertThat(rules.isProvider(new Target(host, 443))).as(host).isFalse();
    }
  }
}
