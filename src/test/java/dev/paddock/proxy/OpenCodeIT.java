package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeCopilot;
import dev.paddock.fake.FakeMessages;
import dev.paddock.fake.FakeResponses;
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

/** The real OpenCode with each of its providers, with placeholders, through a real listener. */
@Tag("loopback")
class OpenCodeIT {
  private static final String ANSWER = "Hello from the model.";

  @TempDir Path folder;

  private final HostLogin claude = new HostLogin("sk-ant-oat01-REAL-canary-opencode");
  private final HostLogin chatGpt = new HostLogin("eyJREAL.canary.opencode");
  private final HostLogin copilot = new HostLogin("gho_REALcanaryOfOpenCode");
  private final long expires = Instant.now().plus(Duration.ofDays(3650)).toEpochMilli();
  private String openCode = "";
  private @Nullable ClientLab lab;

  @BeforeEach
  void find() {
    openCode = RealClient.named("PADDOCK_TEST_OPENCODE");
  }

  @AfterEach
  void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void answersWithTheHostsClaudeLogin() throws Exception {
    var started = start();
    var home = home(started);
    started.assertAnswered(ask(home, "anthropic/claude-sonnet-4-5"), ANSWER);
    assertThat(started.internet().requests("api.anthropic.com", "/v1/messages"))
        .isNotEmpty()
        .allSatisfy(r -> {
          assertThat(r.token()).isEqualTo(claude.tokens().getFirst());
          assertThat(r.header("x-api-key")).isEmpty();
          assertThat(r.header("anthropic-beta")).contains("oauth-2025-04-20");
        });
  }

  @Test
  void answersWithTheHostsChatGptLogin() throws Exception {
    var started = start();
    var home = home(started);
    var auth = home.file(".local/share/opencode/auth.json", logins(started));
    started.assertAnswered(ask(home, "openai/gpt-5.5"), ANSWER);
    assertThat(started.internet().requests("chatgpt.com", "/backend-api/codex/responses"))
        .isNotEmpty()
        .extracting(SiteRequest::token)
        .containsOnly(chatGpt.tokens().getFirst());
    started.assertNeverAsked("auth.openai.com");
    assertThat(auth).hasContent(logins(started));
  }

  /** It never asks for new tokens when it is refused, so the host has to renew by itself. */
  @Test
  void answersAgainOnceTheHostsLoginWasRefusedAndRenewed() throws Exception {
    var started = start();
    var home = home(started);
    home.file(".local/share/opencode/auth.json", logins(started));
    chatGpt.rotate("eyJREAL.canary.opencode-two");
    ask(home, "openai/gpt-5.5");
    started.assertAnswered(ask(home, "openai/gpt-5.5"), ANSWER);
    assertThat(started.internet().requests("chatgpt.com", "/"))
        .extracting(SiteRequest::token)
        .startsWith(chatGpt.tokens().getFirst())
        .endsWith(chatGpt.tokens().getLast());
  }

  @Test
  void answersWithTheHostsCopilotLogin() throws Exception {
    var started = start();
    var home = home(started);
    home.file(".local/share/opencode/auth.json", logins(started));
    started.assertAnswered(ask(home, "github-copilot/" + FakeCopilot.MODEL), ANSWER);
    assertThat(started.internet().requests("api.githubcopilot.com", "/v1/messages"))
        .isNotEmpty()
        .extracting(SiteRequest::token)
        .containsOnly(copilot.tokens().getFirst());
  }

  private ClientLab start() throws Exception {
    var messages = new FakeMessages(ANSWER);
    var started =
        new ClientLab(
            folder,
            Map.of(
                CredentialKind.CLAUDE, claude,
                CredentialKind.CODEX, chatGpt,
                CredentialKind.COPILOT, copilot),
            Map.of(
                "api.anthropic.com", messages.only(claude),
                "chatgpt.com", new FakeResponses(ANSWER, false).only(chatGpt),
                "api.githubcopilot.com", new FakeCopilot(messages).only(copilot)));
    lab = started;
    return started;
  }

  private ClientHome.Result ask(ClientHome home, String model) throws Exception {
    return home.run(openCode, "run", "--print-logs", "--model", model, "say hello");
  }

  /** As agent-vm set it up: the login of Claude takes the place of an API key. */
  private static ClientHome home(ClientLab started) throws Exception {
    var home = started.home();
    var config =
        home.file(
            "opencode.json",
            """
            {"autoupdate":false,"permission":"allow","provider":{"anthropic":{"options":{\
            "baseURL":"https://api.anthropic.com/v1","apiKey":"%s"}}}}\
            """
                .formatted(started.placeholders().accessToken(CredentialKind.CLAUDE)));
    return home.with("OPENCODE_CONFIG", config.toString())
        .with("OPENCODE_DISABLE_MODELS_FETCH", "1")
        .with("OPENCODE_DISABLE_AUTOUPDATE", "1");
  }

  private String logins(ClientLab started) {
    var placeholders = started.placeholders();
    return """
    {"openai":{"type":"oauth","refresh":"%s","access":"%s","expires":%d,"accountId":"%s"},\
    "github-copilot":{"type":"oauth","refresh":"%s","access":"%s","expires":0}}\
    """
        .formatted(
            placeholders.refreshToken(CredentialKind.CODEX),
            placeholders.accessToken(CredentialKind.CODEX),
            expires,
            ClientLab.ACCOUNT,
            placeholders.accessToken(CredentialKind.COPILOT),
            placeholders.accessToken(CredentialKind.COPILOT));
  }
}
