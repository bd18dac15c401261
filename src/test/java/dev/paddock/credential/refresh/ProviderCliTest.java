package dev.paddock.credential.refresh;

import static dev.paddock.credential.refresh.FakeTokenEndpoint.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.HostCommands;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's program is a script here that does what real ones were seen to do, or worse. */
class ProviderCliTest {
  private static final Duration LIFE = Duration.ofHours(8);

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private Host host;

  @BeforeEach
  void prepare() throws IOException {
    host = new Host(folder, clock);
    host.signIn(1, clock.instant().plusSeconds(60));
    Files.writeString(
        folder.resolve("next"),
        Host.content(access(2), "refresh-canary-2", clock.instant().plus(LIFE)));
    environment.put("HOME", host.home().toString());
    environment.put("PATH", "relative:" + folder.resolve("bin") + ":/usr/bin:/bin");
    environment.put("OPENAI_API_KEY", "key-canary");
    environment.put("ANTHROPIC_API_KEY", "key-canary");
  }

  @Test
  void believesAProgramThatRenewedTheLogin() throws IOException {
    program(
        "cp "
            + folder.resolve("next")
            + " $HOME/.claude/new && mv $HOME/.claude/new $HOME/.claude/.credentials.json");
    assertThat(renewed(Duration.ofMinutes(1))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(Host.token(host.login(cli(Duration.ZERO)))).isEqualTo(access(2));
  }

  @Test
  void believesTheFileAndNotTheProgramsExitCode() throws IOException {
    program("cp " + folder.resolve("next") + " $HOME/.claude/.credentials.json; exit 1");
    assertThat(renewed(Duration.ofMinutes(1))).isEqualTo(new RefreshOutcome.Renewed());
  }

  @Test
  void doesNotBelieveAProgramThatDidNothingOrOnlyTouchedTheFile() throws IOException {
    program("touch $HOME/.claude/.credentials.json; echo 'Login refreshed'");
    var outcome = renewed(Duration.ofMinutes(1));
    assertThat(outcome).isInstanceOf(RefreshOutcome.Postponed.class);
    program("echo again > " + folder.resolve("again"));
    assertThat(renewed(Duration.ofMinutes(1))).as("not twice in a row").isEqualTo(outcome);
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void endsAProgramThatHangs() throws Exception {
    program("echo $$ > " + folder.resolve("pid") + "; sleep 600");
    assertThat(renewed(Duration.ofSeconds(2)).summary()).contains("did not end within 2 s");
    var pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void saysThatTheLoginIsOverWhenTheProgramGaveItUpOrBrokeIt() throws IOException {
    for (var content :
        new String[] {
          "garbage token-canary",
          "{\"claudeAiOauth\":{\"accessToken\":\"\",\"refreshToken\":\"\",\"expiresAt\":0}}"
        }) {
      host.signIn(1, clock.instant().plusSeconds(60));
      Files.writeString(folder.resolve("next"), content);
      program("cp " + folder.resolve("next") + " $HOME/.claude/.credentials.json; exit 1");
      var outcome = renewed(Duration.ofMinutes(1));
      assertThat(outcome).isInstanceOf(RefreshOutcome.Ended.class);
      assertThat(outcome.summary()).doesNotContain("canary");
    }
  }

  @Test
  void runsItInAnEmptyFolderWithoutKeysOrTokensOrBypassFlags() throws IOException {
    var seen = folder.resolve("seen");
    program(
        "{ pwd; ls -A; echo --; echo \"$@\"; echo --; env; } > "
            + seen
            + "; echo output-canary; echo error-canary >&2; touch leftover");
    try (var log = new RecordedLog()) {
      renewed(Duration.ofMinutes(1));
      assertThat(log.text()).isNotEmpty().doesNotContain("canary");
    }
    var parts = Files.readString(seen).split("--\n", 3);
    assertThat(parts[0].lines()).hasSize(1);
    assertThat(Path.of(parts[0].strip()).getParent()).isEqualTo(host.files().rooms().toRealPath());
    assertThat(Path.of(parts[0].strip())).as("removed again").doesNotExist();
    assertThat(parts[1])
        .contains("disableAllHooks")
        .doesNotContain("dangerously", "bypass", "canary");
    assertThat(parts[2])
        .contains("HOME=" + host.home())
        .doesNotContain("canary", "OPENAI_API_KEY", "ANTHROPIC_API_KEY");
  }

  @Test
  void doesNotTakeAProgramFromARelativeFolderOfThePath() throws IOException {
    assertThat(ProviderProgram.claude().find(Map.of("PATH", ".::bin", "HOME", "")))
        .isEqualTo(ProviderProgram.claude().find(Map.of()));
    program("true");
    assertThat(ProviderProgram.claude().find(environment)).contains(folder.resolve("bin/claude"));
    Files.setPosixFilePermissions(
        folder.resolve("bin/claude"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(ProviderProgram.claude().find(environment))
        .isNotEqualTo(Optional.of(folder.resolve("bin/claude")));
  }

  @Test
  void neverTakesABypassFlag() {
    for (var program : new ProviderProgram[] {ProviderProgram.claude(), ProviderProgram.codex()}) {
      assertThat(program.arguments())
          .noneMatch(a -> a.contains("dangerous") || a.contains("bypass") || a.contains("yolo"));
    }
  }

  @Test
  void doesItItselfWhereThereIsNoProgram() throws IOException {
    var missing = new ProviderProgram("no-such-program-here", List.of(), Set.of());
    try (var server = new FakeTokenEndpoint()) {
      var cli = new ProviderCli(missing, new HostCommands(), environment, host.files(), LIFE);
      assertThat(refresh(host.login(cli)).summary())
          .contains("'no-such-program-here' is not installed");
      clock.advance(Duration.ofSeconds(31));
      var both = new CliOrBuiltIn(cli, host.builtIn(host.stored(), server.endpoint()));
      assertThat(refresh(host.login(both))).isEqualTo(new RefreshOutcome.Renewed());
      assertThat(server.given()).isEqualTo(1);
    }
  }

  @Test
  void removesTheRoomsOfAPaddockThatWasKilled() throws IOException {
    var left = Files.createDirectories(host.files().rooms().resolve("claude-1/sub"));
    Files.writeString(left.resolve("file"), "x");
    program("true");
    renewed(Duration.ofMinutes(1));
    assertThat(left).doesNotExist();
  }

  private RefreshOutcome renewed(Duration limit) {
    return refresh(host.login(cli(limit)));
  }

  private static RefreshOutcome refresh(RefreshingLogin login) {
    try (var token = Secret.of(access(1))) {
      return login
          .refresh(new RefreshReason.Refused(token))
          .orTimeout(100, TimeUnit.SECONDS)
          .join();
    }
  }

  private ProviderCli cli(Duration limit) {
    return new ProviderCli(
        ProviderProgram.claude(), new HostCommands(), environment, host.files(), limit);
  }

  private void program(String body) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve("claude");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
