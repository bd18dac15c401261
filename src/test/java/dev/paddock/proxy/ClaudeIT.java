package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeMessages;
import dev.paddock.fake.Site;
import dev.paddock.fake.SiteRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Claude Code, with placeholders, through a real listener. */
@Tag("loopback")
class ClaudeIT {
  private static final String ANSWER = "Hello from the model.";
  private static final String API = "api.anthropic.com";
  private static final String LOGIN = ".claude/.credentials.json";

  @TempDir Path folder;

  private final HostLogin login = new HostLogin("sk-ant-oat01-REAL-canary-one");
  private final Instant expires = Instant.now().plus(Duration.ofDays(3650));
  private String claude = "";
  private @Nullable ClientLab lab;

  @BeforeEach
  void find() {
    claude = RealClient.named("PADDOCK_TEST_CLAUDE");
  }

  @AfterEach
  void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void answersAndNeverRefreshesALoginThatEndsFarOff() throws Exception {
    var started = start();
    var home = home(started);
    started.assertAnswered(ask(home), ANSWER);
    started.assertNeverAsked("platform.claude.com");
    assertThat(home.read(LOGIN)).isEqualTo(file(started));
  }

  @Test
  void goesOnWhenTheHostsLoginWasRefusedAndRenewed() throws Exception {
    var started = start();
    var home = home(started);
    login.rotate("sk-ant-oat01-REAL-canary-two");
    started.assertAnswered(ask(home), ANSWER);
    assertThat(started.internet().requests(API, "/"))
        .extracting(SiteRequest::token)
        .containsAll(login.tokens());
    assertThat(home.read(LOGIN))
        .contains(started.placeholders().accessToken(CredentialKind.CLAUDE));
  }

  @Test
  void keepsItsLoginWhenTheHostsIsRevoked() throws Exception {
    var started = start();
    var home = home(started);
    login.revoke();
    var result = ask(home);
    assertThat(result.exit()).as(result.output()).isNotZero();
    assertThat(result.output()).contains("Failed to authenticate");
    started.assertTold(CredentialKind.CLAUDE, "revoked");
    assertThat(home.read(LOGIN)).isEqualTo(file(started));
  }

  private ClientLab start() throws Exception {
    Site api = new FakeMessages(ANSWER).only(login);
    var started = new ClientLab(folder, Map.of(CredentialKind.CLAUDE, login), Map.of(API, api));
    lab = started;
    return started;
  }

  private ClientHome.Result ask(ClientHome home) throws Exception {
    return home.run(claude, "-p", "say hello");
  }

  private ClientHome home(ClientLab started) throws Exception {
    var home = started.home().with("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
    home.file(LOGIN, file(started));
    return home;
  }

  private String file(ClientLab started) {
    return """
    {"claudeAiOauth":{"accessToken":"%s","refreshToken":"%s","expiresAt":%d,\
    "scopes":["user:inference"],"subscriptionType":"max"}}\
    """
        .formatted(
            started.placeholders().accessToken(CredentialKind.CLAUDE),
            started.placeholders().refreshToken(CredentialKind.CLAUDE),
            expires.toEpochMilli());
  }
}
