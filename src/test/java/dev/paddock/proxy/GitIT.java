package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeGitHub;
import dev.paddock.fake.Site;
import dev.paddock.fake.SiteAnswer;
import dev.paddock.fake.SiteRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real git and gh, with a placeholder, through a real listener. */
@Tag("loopback")
class GitIT {
  private static final String HOST = "github.com";
  private static final String PUSH = "/acme/app/git-receive-pack";
  private static final int LARGE = 3 << 20;

  @TempDir Path folder;

  private final HostLogin token = new HostLogin("ghu_REALcanaryOfTheRepository");
  private String git = "";
  private @Nullable ClientLab lab;

  @BeforeEach
  void find() {
    git = RealClient.installed("git");
  }

  @AfterEach
  void stop() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void gitClonesAndPushesMoreThanAMegabyte() throws Exception {
    var started = start();
    var home = home(started);
    var trace = home.path("trace");
    home.with("GIT_TRACE_CURL", trace.toString()).with("GIT_TRACE_CURL_NO_DATA", "1");

    started.assertAnswered(home.run(git, "clone", "https://github.com/acme/app"), "Cloning");
    assertThat(home.read("app/hello")).isEqualTo("hello");
    // It says who it is when the proxy asks, where the proxy asks, and not before.
    assertThat(Files.readString(trace))
        .containsOnlyOnce("HTTP/1.1 407")
        .containsOnlyOnce("Connected to 127.0.0.1");

    Files.delete(trace);
    var large = new byte[LARGE];
    new Random(7).nextBytes(large);
    Files.write(home.path("app/large"), large);
    started.assertAnswered(home.runIn("app", git, "add", "large"), "");
    started.assertAnswered(home.runIn("app", git, "commit", "-m", "large"), "");
    started.assertAnswered(home.runIn("app", git, "push"), "main -> main");
    assertThat(Files.readString(trace)).containsIgnoringCase("transfer-encoding: chunked");
    var pushed = started.internet().requests(HOST, PUSH);
    assertThat(pushed).extracting(SiteRequest::token).containsOnly(token.tokens().getFirst());
    assertThat(pushed).anyMatch(r -> r.body().length() > LARGE);
    assertThat(served("log", "--format=%s", "main")).isEqualTo("large\nfirst\n");
  }

  @Test
  void gitGetsNoTokenForAnotherRepository() throws Exception {
    var started = start();
    var home = home(started);
    var result = home.run(git, "clone", "https://github.com/acme/app-evil");
    assertThat(result.exit()).isNotZero();
    assertThat(started.internet().requests(HOST, "/acme/app-evil"))
        .isNotEmpty()
        .allMatch(r -> r.token().isEmpty());
    // The refusal has not cost it the placeholder.
    started.assertAnswered(home.run(git, "clone", "https://github.com/acme/app"), "Cloning");
  }

  @Test
  void ghReadsTheRepository() throws Exception {
    var gh = RealClient.installed("gh");
    var started = start();
    var home = home(started);
    home.with("GH_TOKEN", started.placeholders().accessToken(CredentialKind.GITHUB));
    started.assertAnswered(home.run(gh, "api", "repos/acme/app"), "\"full_name\":\"acme/app\"");

    var refused = home.run(gh, "repo", "view", "acme/app");
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.output()).contains("GraphQL needs a token that you choose for it");
    assertThat(started.internet().requests("api.github.com", "/graphql")).isEmpty();
  }

  private ClientLab start() throws Exception {
    served("init", "--quiet", "--bare", "--initial-branch=main");
    var seed = folder.resolve("seed");
    Files.createDirectories(seed);
    Files.writeString(seed.resolve("hello"), "hello");
    served("--work-tree=" + seed, "add", "--all");
    served(
        "-c",
        "user.name=dev",
        "-c",
        "user.email=dev@example.test",
        "--work-tree=" + seed,
        "commit",
        "-qm",
        "first");
    Site api = request -> SiteAnswer.json(200, "{\"full_name\":\"acme/app\"}");
    var started =
        new ClientLab(
            folder,
            Map.of(CredentialKind.GITHUB, token),
            Map.of(
                HOST,
                new FakeGitHub(folder.resolve("repositories"), token),
                "api.github.com",
                api.only(token)));
    lab = started;
    return started;
  }

  /** What git says about the repository on the server. */
  private String served(String... arguments) throws Exception {
    var repository = Files.createDirectories(folder.resolve("repositories/acme/app.git"));
    var argv = new ArrayList<String>(List.of(git, "--git-dir=" + repository));
    argv.addAll(List.of(arguments));
    var builder = new ProcessBuilder(argv).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** With a helper that gives the placeholder, and never forgets it. */
  private static ClientHome home(ClientLab started) throws Exception {
    var home = started.home();
    home.file(
        ".gitconfig",
        """
        [user]
        name = dev
        email = dev@example.test
        [credential]
        helper = "!f() { test \\"$1\\" = get && printf 'username=x-access-token\\\\npassword=%s\\\\n'; }; f"
        """
            .formatted(started.placeholders().accessToken(CredentialKind.GITHUB)));
    return home.with("GIT_TERMINAL_PROMPT", "0");
  }
}
