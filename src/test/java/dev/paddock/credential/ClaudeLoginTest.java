package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeLoginTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final long LATER = NOW.plusSeconds(3600).toEpochMilli();
  private static final String LOGIN =
      """
      {"other":{"accessToken":"sk-not-this"},"claudeAiOauth":{"accessToken":"%s",\
      "refreshToken":"sk-refresh","expiresAt":%d,"scopes":["user:inference","user:profile"],\
      "subscriptionType":"max","rateLimitTier":"t1"}}\
      """;

  @TempDir Path home;
  private Path file;
  private ClaudeLogin login;

  @BeforeEach
  void prepare() throws IOException {
    file = Files.createDirectories(home.resolve(".claude")).resolve(".credentials.json");
    login = new ClaudeLogin(file, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void givesTheTokenAndWhenItEnds() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    assertThat(token()).isEqualTo("sk-1");
    assertThat(login.current())
        .isInstanceOfSatisfying(
            CredentialState.Present.class,
            p -> assertThat(p.expiresAt()).isEqualTo(Instant.ofEpochMilli(LATER)));
  }

  @Test
  void tellsWhatTheAccountMayDo() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    assertThat(login.account())
        .contains(new ClaudeAccount(List.of("user:inference", "user:profile")));
    assertThat(login.scopes()).containsExactly("user:inference", "user:profile");
    Files.delete(file);
    assertThat(login.account()).isEmpty();
    assertThat(login.scopes()).isNotEmpty();
  }

  @Test
  void isAbsentWithoutAFileAndWithoutItsFolder() throws IOException {
    assertThat(login.current()).isInstanceOf(CredentialState.Absent.class);
    Files.delete(file.getParent());
    assertThat(login.current()).isInstanceOf(CredentialState.Absent.class);
    Files.writeString(file.getParent(), "a file where a folder should be");
    assertThat(login.current()).isNotInstanceOf(CredentialState.Present.class);
  }

  @Test
  void sawTheEndOfALoginThatIsOver() throws IOException {
    write(LOGIN.formatted("sk-1", NOW.toEpochMilli()));
    assertThat(login.current()).isEqualTo(new CredentialState.Expired(file.toString(), NOW));
    write("{\"claudeAiOauth\":{\"accessToken\":\"sk-1\"}}");
    assertThat(login.current()).isInstanceOf(CredentialState.Present.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "sk-secret-in-a-broken-file",
        "{\"claudeAiOauth\":{\"accessToken\":\"sk-secret",
        "{\"claudeAiOauth\":\"sk-secret\"}",
        "{\"claudeAiOauth\":{\"accessToken\":{\"x\":\"sk-secret\"}}}",
        "{\"claudeAiOauth\":{\"accessToken\":\"\"}}",
        "{\"claudeAiOauth\":{\"accessToken\":\"sk-secret\\r\\nX-Injected: 1\"}}",
        "{\"accessToken\":\"sk-secret\"}"
      })
  void callsAFileOfAnotherFormMalformedWithoutQuotingIt(String content) throws IOException {
    write(content);
    var state = login.current();
    assertThat(state).isInstanceOf(CredentialState.Malformed.class);
    assertThat(state.summary() + state).doesNotContain("sk-secret").contains("damaged");
  }

  @Test
  void saysWhenItMayNotReadTheFile() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    write(LOGIN.formatted("sk-1", LATER));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assertThat(login.current()).isInstanceOf(CredentialState.Unreadable.class);
  }

  @Test
  void saysThatAFolderCannotBeRead() throws IOException {
    Files.createDirectory(file);
    assertThat(login.current()).isInstanceOf(CredentialState.Unreadable.class);
  }

  @Test
  void readsAgainWhenTheFileIsReplacedOrRewritten() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    assertThat(token()).isEqualTo("sk-1");
    write(LOGIN.formatted("sk-2", LATER));
    assertThat(token()).isEqualTo("sk-2");
    var next = Files.writeString(home.resolve("next"), LOGIN.formatted("sk-3", LATER));
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    assertThat(token()).as("same size, same time, another file").isEqualTo("sk-3");
  }

  @Test
  void doesNotTrustTheTimeOfAFileThatHasJustBeenWritten() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    touched(NOW.minusMillis(10));
    assertThat(token()).isEqualTo("sk-1");
    write(LOGIN.formatted("sk-2", LATER));
    touched(NOW.minusMillis(10));
    assertThat(token()).as("same size, same time, same file").isEqualTo("sk-2");
  }

  @Test
  void doesNotReadAnUnchangedFileAgain() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    touched(NOW.minusSeconds(60));
    assertThat(token()).isEqualTo("sk-1");
    // Nothing but its content changes, which nobody can see without reading it.
    write(LOGIN.formatted("sk-2", LATER));
    touched(NOW.minusSeconds(60));
    assertThat(token()).isEqualTo("sk-1");
  }

  @Test
  void keepsTheLastLoginWhileTheFileIsBeingWritten() throws IOException {
    write(LOGIN.formatted("sk-1", LATER));
    touched(NOW.minusSeconds(60));
    assertThat(token()).isEqualTo("sk-1");
    write("{\"claudeAiOauth\":{\"accessTok");
    touched(NOW);
    assertThat(token()).isEqualTo("sk-1");
    touched(NOW.minusSeconds(30));
    assertThat(login.current())
        .as("nobody is writing any more")
        .isInstanceOf(CredentialState.Malformed.class);
  }

  @Test
  void neverGivesATornTokenWhileAnotherProcessReplacesTheFile() throws Exception {
    var live = new ClaudeLogin(file, Clock.systemUTC());
    var next = home.resolve("next");
    long end = Instant.now().plusSeconds(3600).toEpochMilli();
    write(LOGIN.formatted("sk-0000", end));
    var writer =
        Thread.startVirtualThread(() -> {
          try {
            for (int i = 1; i <= 500; i++) {
              Files.writeString(next, LOGIN.formatted("sk-%04d".formatted(i), end));
              Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    while (writer.isAlive()) {
      assertThat(Texts.of(live.current())).matches("sk-\\d{4}");
    }
    assertThat(Texts.of(live.current())).isEqualTo("sk-0500");
  }

  private String token() {
    return Texts.of(login.current());
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
  }

  private void touched(Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
