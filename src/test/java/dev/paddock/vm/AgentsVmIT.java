package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.fake.FakeChatGpt;
import dev.paddock.fake.FakeInternet;
import dev.paddock.fake.FakeMessages;
import dev.paddock.fake.FakeResponses;
import dev.paddock.fake.FakeUpstreamProxy;
import dev.paddock.fake.SiteRequest;
import dev.paddock.fake.TestCa;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other agents' real programs in real VMs, by the real command line. */
@Tag("vm")
class AgentsVmIT {
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final String ANSWER = "Hello from the other side.";
  private static final String ACCOUNT = "5fa1b0de-0001-4000-8000-0123456789ab";

  @TempDir Path folder;

  private final String claudeToken = "sk-ant-oat01-real-" + UUID.randomUUID();
  private final String chatGptToken = jwt(UUID.randomUUID().toString());
  private final TestCa ca = new TestCa();
  private VmLab lab;
  private FakeInternet internet;
  private FakeUpstreamProxy upstream;
  private Path project;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void setUp() throws Exception {
    lab = VmLab.require();
    var chatGpt =
        new FakeChatGpt(new FakeResponses(ANSWER, true), ACCOUNT, "https://chatgpt.com")
            .only(chatGptToken::equals);
    internet =
        new FakeInternet(
            ca,
            Map.of(
                "api.anthropic.com",
                new FakeMessages(ANSWER).only(claudeToken::equals),
                "chatgpt.com",
                chatGpt));
    upstream = new FakeUpstreamProxy(internet.port());
    project = Files.createDirectories(folder.resolve("work/my project"));
    var home = Files.createDirectories(folder.resolve("home"));
    write(
        home.resolve(".claude/.credentials.json"),
        "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"refreshToken\":\"r\",\"expiresAt\":%d}}"
            .formatted(claudeToken, later().toEpochMilli()));
    write(
        home.resolve(".codex/auth.json"),
        """
        {"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"%s","access_token":"%s",\
        "refresh_token":"rt_real","account_id":"%s"},"last_refresh":"%s"}\
        """
            .formatted(jwt("id"), chatGptToken, ACCOUNT, Instant.now()));
    environment.put("HOME", home.toString());
    environment.put("AGENT_VM_STATE_DIR", folder.resolve("agent-vm").toString());
    environment.put("AI_HTTPS_PROXY", upstream.url());
    environment.put("AI_SSL_CERT_FILE", ca.write(folder.resolve("ca.pem")).toString());
  }

  @AfterEach
  void leavesNothingBehind() throws Exception {
    if (lab != null) {
      HostTraces.assertNone(lab);
      internet.close();
      upstream.close();
    }
  }

  @Test
  void codexAnswersAndIsResumedInAFreshVmBesideOpenCode() throws Exception {
    var codex =
        CliSession.start(
            lab, project, environment, "codex", "exec", "--skip-git-repo-check", "say hello");
    assertThat(codex.await(LIMIT)).as("%s %s", codex.output(), codex.errors()).isZero();
    assertThat(codex.output()).contains(ANSWER);

    var shell =
        CliSession.start(
            lab,
            project,
            environment,
            "shell",
            "-c",
            "codex exec --skip-git-repo-check resume --last 'say more' &&"
                + " opencode run --model anthropic/claude-sonnet-4-5 'say hello' &&"
                + " copilot --version && test -s ~/.copilot/config.json && exit 7");
    assertThat(shell.await(LIMIT)).as("%s %s", shell.output(), shell.errors()).isEqualTo(7);
    assertThat(shell.output().stream().filter(ANSWER::equals).count()).isGreaterThanOrEqualTo(2);
    assertThat(internet.requests())
        .extracting(SiteRequest::token)
        .contains(chatGptToken, claudeToken);
    assertThat(upstream.refused()).isEmpty();
    try (var states = Files.walk(folder.resolve("agent-vm"))) {
      for (var file : states.filter(Files::isRegularFile).toList()) {
        for (var token : new String[] {chatGptToken, claudeToken}) {
          assertThat(Needle.occurs(file, token.getBytes(StandardCharsets.UTF_8)))
              .as("a real token in %s", file)
              .isFalse();
        }
      }
    }
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofHours(8));
  }

  /** As ChatGPT's tokens are: only the time of its end matters here. */
  private static String jwt(String id) {
    var claims = "{\"jti\":\"%s\",\"exp\":%d}".formatted(id, later().getEpochSecond());
    return part("{\"alg\":\"RS256\"}") + "." + part(claims) + ".signature";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
