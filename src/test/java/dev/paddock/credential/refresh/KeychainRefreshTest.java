package dev.paddock.credential.refresh;

import static dev.paddock.credential.refresh.FakeTokenEndpoint.access;
import static dev.paddock.credential.refresh.FakeTokenEndpoint.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialState;
import dev.paddock.credential.FakeSecurity;
import dev.paddock.credential.Keychain;
import dev.paddock.credential.KeychainLogin;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewals of a login in the macOS Keychain, against what is known of {@code security}. */
class KeychainRefreshTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private final FakeSecurity security = new FakeSecurity();
  private FakeTokenEndpoint server;
  private RefreshingLogin login;

  @BeforeEach
  void prepare() throws IOException {
    server = new FakeTokenEndpoint();
    var host = new Host(folder, clock);
    Files.createDirectories(host.file().getParent());
    var item = Keychain.claude(security, "me");
    var stored =
        StoredLogin.claude(new FallbackStore(new KeychainStore(item), new FileStore(host.file())));
    var database = KeychainLogin.database(host.home());
    login =
        new RefreshingLogin(
            new KeychainLogin(item, database, clock, Runnable::run),
            stored,
            host.builtIn(stored, server.endpoint()),
            host.files(),
            clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void writesTheNewPairIntoTheItemWithoutShowingItInACommandLine() {
    security.put("me", Host.content(access(1), refresh(1), clock.instant()));
    assertThat(login.current()).isInstanceOf(CredentialState.Expired.class);
    var state = login.forRequest().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(Host.token(state)).isEqualTo(access(2));
    assertThat(security.get("me"))
        .isEqualTo(Host.content(access(2), refresh(2), clock.instant().plus(Duration.ofHours(8))));
    assertThat(security.commandLines()).noneMatch(l -> l.contains("canary"));
  }

  @Test
  void doesNotUseTheTokenWhereTheAnswerWouldNotFitIntoACommand() {
    var large = Host.content(access(1), refresh(1), clock.instant());
    security.put("me", large.replace("mcp-1", "m".repeat(2_000)));
    var outcome = login.refresh(new RefreshReason.Ending()).orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(outcome).isInstanceOf(RefreshOutcome.Postponed.class);
    assertThat(outcome.summary()).contains("too long");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void keepsTheAnswerWhileTheKeychainIsLocked() {
    security.put("me", Host.content(access(1), refresh(1), clock.instant()));
    server.script((exchange, endpoint) -> {
      security.failWith(36);
      return false;
    });
    var outcome = login.refresh(new RefreshReason.Ending()).orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(outcome.summary()).contains("Keychain");
    security.failWith(0);
    var state = login.forRequest().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(Host.token(state)).isEqualTo(access(2));
    assertThat(server.requests()).hasSize(1);
  }
}
