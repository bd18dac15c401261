package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeChatGpt;
import dev.paddock.fake.FakeResponses;
import dev.paddock.fake.Site;
import dev.paddock.fake.SiteRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real Codex, with placeholders, through a real listener. */
@Tag("loopback")
class CodexIT {
  private static final String ANSWER = "Hello from the model.";
  private static final String BACKEND = "/backend-api/codex/responses";

  @TempDir Path folder;

  private final HostLogin chatGpt = new HostLogin("eyJREAL.canary.codex-one");
  private final HostLogin apiKey = new HostLogin("sk-proj-REAL-canary-codex");
  private final Instant refreshed = Instant.now();
  private String codex = "";
  private @Nullable ClientLab lab;

  @BeforeEach
  void find() {
    codex = RealClient.named("PADDOCK_TEST_CODEX");
  }

  @AfterEach
  void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersWithAChatGptLogin(boolean sockets) throws Exception {
    var started = start(sockets);
    var home = signedIn(started);
    started.assertAnswered(exec(home), ANSWER);
    // The workspace is told to be in Europe, and its models are asked there.
    assertThat(started.internet().requests("eu.chatgpt.com", BACKEND))
        .extracting(SiteRequest::method)
        .contains(sockets ? "GET" : "POST");
    started.assertNeverAsked("auth.openai.com");
    assertThat(home.read(".codex/auth.json")).isEqualTo(login(started));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersWithAnApiKey(boolean sockets) throws Exception {
    var started = start(sockets);
    var home = home(started);
    home.with("CODEX_API_KEY", started.placeholders().accessToken(CredentialKind.OPENAI));
    started.assertAnswered(exec(home), ANSWER);
    assertThat(started.internet().requests("api.openai.com", "/v1/responses"))
        .extracting(SiteRequest::method)
        .contains(sockets ? "GET" : "POST");
  }

  @Test
  void goesOnWhenTheHostsLoginWasRefusedAndRenewed() throws Exception {
    var started = start(true);
    var home = signedIn(started);
    chatGpt.rotate("eyJREAL.canary.codex-two");
    started.assertAnswered(exec(home), ANSWER);
    assertThat(started.internet().requests())
        .extracting(SiteRequest::token)
        .containsAll(chatGpt.tokens());
  }

  @Test
  void keepsItsLoginWhenTheHostsIsRevoked() throws Exception {
    var started = start(true);
    var home = signedIn(started);
    chatGpt.revoke();
    var result = exec(home);
    assertThat(result.exit()).as(result.output()).isNotZero();
    assertThat(result.output()).contains("unauthorized (401)");
    started.assertTold(CredentialKind.CODEX, "revoked");
    assertThat(home.read(".codex/auth.json")).isEqualTo(login(started));
  }

  /** With or without WebSockets. */
  private ClientLab start(boolean sockets) throws Exception {
    var responses = new FakeResponses(ANSWER, sockets);
    Site workspace =
        new FakeChatGpt(responses, ClientLab.ACCOUNT, "https://eu.chatgpt.com").only(chatGpt);
    var started =
        new ClientLab(
            folder,
            Map.of(CredentialKind.CODEX, chatGpt, CredentialKind.OPENAI, apiKey),
            Map.of(
                "chatgpt.com", workspace,
                "eu.chatgpt.com", workspace,
                "api.openai.com", responses.only(apiKey)));
    lab = started;
    return started;
  }

  private static ClientHome home(ClientLab started) throws Exception {
    var home = started.home();
    home.file(
        ".codex/config.toml",
        """
        check_for_update_on_startup = false
        [analytics]
        enabled = false
        [features]
        plugins = false
        apps = false
        """);
    return home;
  }

  private ClientHome signedIn(ClientLab started) throws Exception {
    var home = home(started);
    home.file(".codex/auth.json", login(started));
    return home;
  }

  private ClientHome.Result exec(ClientHome home) throws Exception {
    return home.run(
        codex,
        "exec",
        "--skip-git-repo-check",
        "--dangerously-bypass-approvals-and-sandbox",
        "say hello");
  }

  private String login(ClientLab started) {
    var placeholders = started.placeholders();
    return """
    {"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"%s",\
    "access_token":"%s","refresh_token":"%s","account_id":"%s"},"last_refresh":"%s"}\
    """
        .formatted(
            placeholders.codexIdentity(),
            placeholders.accessToken(CredentialKind.CODEX),
            placeholders.refreshToken(CredentialKind.CODEX),
            ClientLab.ACCOUNT,
            refreshed);
  }
}
