package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeCopilot;
import dev.paddock.fake.FakeMessages;
import dev.paddock.fake.Site;
import dev.paddock.fake.SiteRequest;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Copilot CLI, with a placeholder, through a real listener. */
@Tag("loopback")
class CopilotIT {
  private static final String ANSWER = "Hello from the model.";
  private static final String API = "api.individual.githubcopilot.com";

  @TempDir Path folder;

  private final HostLogin login = new HostLogin("gho_REALcanaryOfCopilot");
  private String copilot = "";
  private @Nullable ClientLab lab;

  @BeforeEach
  void find() {
    copilot = RealClient.named("PADDOCK_TEST_COPILOT");
  }

  @AfterEach
  void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void answersAtTheHostThatTheAccountNames() throws Exception {
    var started = start();
    started.assertAnswered(ask(started), ANSWER);
    assertThat(started.internet().requests("api.github.com", "/copilot_internal/user"))
        .isNotEmpty()
        .extracting(SiteRequest::token)
        .containsOnly(login.tokens().getFirst());
    assertThat(started.internet().requests(API, "/v1/messages"))
        .isNotEmpty()
        .extracting(SiteRequest::token)
        .containsOnly(login.tokens().getFirst());
  }

  @Test
  void saysSoWhenTheHostsLoginIsRevoked() throws Exception {
    var started = start();
    login.revoke();
    var result = ask(started);
    assertThat(result.exit()).as(result.output()).isNotZero();
    assertThat(result.output()).contains("401");
  }

  private ClientLab start() throws Exception {
    Site site = new FakeCopilot(new FakeMessages(ANSWER)).only(login);
    var started =
        new ClientLab(
            folder,
            Map.of(CredentialKind.COPILOT, login),
            Map.of("api.github.com", site, API, site));
    lab = started;
    return started;
  }

  private ClientHome.Result ask(ClientLab started) throws Exception {
    return started
        .home()
        .with("COPILOT_GITHUB_TOKEN", started.placeholders().accessToken(CredentialKind.COPILOT))
        .with("COPILOT_ALLOW_ALL", "true")
        .run(
            copilot,
            "--yolo",
            "--no-auto-update",
            "--disable-client-telemetry",
            "--disable-builtin-mcps",
            "--no-remote",
            "--model",
            FakeCopilot.MODEL,
            "-p",
            "say hello");
  }
}
