package dev.paddock.credential.refresh;

import static dev.paddock.credential.refresh.FakeTokenEndpoint.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.AppFolders;
import dev.paddock.base.HostCommands;
import dev.paddock.base.RawCommands;
import dev.paddock.base.RawResult;
import dev.paddock.base.SystemTrust;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLoginsTest {
  private static final RawCommands NO_KEYCHAIN = (command, input) -> new RawResult(44, new byte[0]);

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private Host host;

  @BeforeEach
  void prepare() throws IOException {
    host = new Host(folder, clock);
    Files.createDirectories(host.home());
  }

  @Test
  void findsNothingOnAnEmptyMachineAndMakesNothing() throws IOException {
    for (var mac : new boolean[] {false, true}) {
      var logins = logins(NO_KEYCHAIN, Map.of(), mac);
      assertThat(logins.sources()).hasSize(4);
      assertThat(logins.sources().values())
          .allSatisfy(s -> {
            s.firstRead().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(s.current()).isInstanceOf(CredentialState.Absent.class);
          });
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(host.home());
    }
  }

  @Test
  void takesTheKeychainBeforeTheFileOnMacs() throws IOException {
    host.signIn(1, clock.instant().plus(Duration.ofHours(8)));
    var item = Host.content("access-keychain", "r", clock.instant().plusSeconds(900));
    RawCommands keychain =
        (command, input) -> new RawResult(0, (item + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(claude(logins(keychain, Map.of(), true))).isEqualTo("access-keychain");
    assertThat(claude(logins(NO_KEYCHAIN, Map.of(), true))).isEqualTo(access(1));
    assertThat(claude(logins(keychain, Map.of(), false))).isEqualTo(access(1));
  }

  @Test
  void renewsByTheProvidersProgramWhereThereIsOne() throws IOException {
    host.signIn(1, clock.instant());
    var next =
        Files.writeString(
            folder.resolve("next"),
            Host.content(access(2), "r", clock.instant().plus(Duration.ofHours(8))));
    var program = Files.createDirectories(folder.resolve("bin")).resolve("claude");
    Files.writeString(program, "#!/bin/sh\ncp " + next + " " + host.file() + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    var path = Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    var source =
        Objects.requireNonNull(
            logins(NO_KEYCHAIN, path, false).renewed().get(CredentialKind.CLAUDE));
    assertThat(source.refresh(new RefreshReason.Ending()).orTimeout(60, TimeUnit.SECONDS).join())
        .isEqualTo(new RefreshOutcome.Renewed());
    assertThat(Host.token(source)).isEqualTo(access(2));
  }

  @Test
  void readsTheSettingThatChoosesWhoRenews() {
    assertThat(RefreshMode.of(" BuiltIn ")).isEqualTo(RefreshMode.BUILTIN);
    assertThat(RefreshMode.of("cli")).isEqualTo(RefreshMode.CLI);
    assertThat(RefreshMode.of("")).isEqualTo(RefreshMode.CLI);
  }

  private static String claude(HostLogins logins) {
    var source = logins.sources().get(CredentialKind.CLAUDE);
    if (source == null) {
      return "none";
    }
    source.firstRead().orTimeout(60, TimeUnit.SECONDS).join();
    return Host.token(source);
  }

  private HostLogins logins(RawCommands keychain, Map<String, String> environment, boolean mac) {
    var tools =
        new HostTools(
            new HostCommands(), keychain, () -> TokenClient.direct(SystemTrust.load()), clock);
    var folders =
        AppFolders.of(Map.of("PADDOCK_HOME", folder.resolve("paddock").toString()), host.home());
    return new HostLogins(folders, environment, tools, RefreshMode.CLI, mac);
  }
}
