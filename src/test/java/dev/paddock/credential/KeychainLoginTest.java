package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.RawCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeychainLoginTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private final FakeSecurity security = new FakeSecurity();
  private final Keychain item = Keychain.claude(security, "me");
  private final Queue<Runnable> background = new ArrayDeque<>();
  private KeychainLogin login;
  private Path database;

  @BeforeEach
  void prepare() throws IOException {
    database = Files.writeString(folder.resolve("login.keychain-db"), "1");
    login = new KeychainLogin(item, database, Clock.fixed(NOW, ZoneOffset.UTC), background::add);
  }

  @Test
  void readsTheUsersItemAndElseTheOnlyOne() {
    security.put("unknown", login("sk-old"));
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-old");
    security.put("me", login("sk-1"));
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
    assertThat(login.scopes()).containsExactly("user:inference");
  }

  @Test
  void nobodyWaitsForTheFirstReadingEither() {
    security.put("me", login("sk-1"));
    assertThat(login.current().summary()).contains("still being read");
    var read = login.firstRead();
    assertThat(read).isNotDone();
    assertThat(security.commandLines()).isEmpty();
    assertThat(background).as("one reading at a time").hasSize(1);
    background.remove().run();
    assertThat(read).isDone();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
  }

  @Test
  void nobodyWaitsForEverWhereReadingGoesWrongInAWayThatNobodyExpected() {
    RawCommands wrong =
        (command, input) -> {
          throw new IllegalStateException("a mistake, on purpose");
        };
    var broken =
        new KeychainLogin(
            Keychain.claude(wrong, "me"),
            database,
            Clock.fixed(NOW, ZoneOffset.UTC),
            background::add);
    var read = broken.firstRead();
    assertThatThrownBy(() -> background.remove().run()).isInstanceOf(IllegalStateException.class);
    assertThat(read).isDone();
    assertThat(broken.current()).isInstanceOf(CredentialState.Unreadable.class);
    assertThat(background).as("it is tried again").hasSize(1);
  }

  @Test
  void readsAgainBehindWhenTheKeychainHasChangedAndNotOtherwise() throws IOException {
    security.put("me", login("sk-1"));
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
    security.put("me", login("sk-2"));
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
    assertThat(background).isEmpty();
    Files.writeString(database, "22");
    assertThat(Texts.of(login.current())).as("nobody waits for a program").isEqualTo("sk-1");
    login.current();
    assertThat(background).as("one reading at a time").hasSize(1);
    background.remove().run();
    assertThat(Texts.of(login.current())).isEqualTo("sk-2");
    assertThat(background).isEmpty();
  }

  @Test
  void keepsWhatItKnowsWhenTheKeychainLocksItself() {
    security.put("me", login("sk-1"));
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
    security.failWith(36);
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
    security.failWith(44);
    login.readAgain();
    assertThat(login.current()).isInstanceOf(CredentialState.Absent.class);
  }

  @Test
  void saysWhyThereIsNoLogin() {
    login.readAgain();
    assertThat(login.current().summary())
        .isEqualTo(
            "There is no login on this host (the Keychain item \"Claude Code-credentials\" does not exist).");
    security.failWith(36);
    login.readAgain();
    assertThat(login.current().summary()).contains("cannot be read: the Keychain is locked");
    security.failWith(0);
    security.put("me", "{\"mcpOAuth\":{\"x\":\"sk-secret\"}}");
    login.readAgain();
    assertThat(login.current()).isInstanceOf(CredentialState.Malformed.class);
    assertThat(login.current().toString()).doesNotContain("sk-secret");
  }

  @Test
  void takesAnItemBackOutOfTheFormInWhichOtherBytesArePrinted() throws IOException {
    security.put("me", login("sk-1") + "\n \u00e9");
    assertThat(text(item.read())).endsWith("\u00e9");
    login.readAgain();
    assertThat(Texts.of(login.current())).isEqualTo("sk-1");
  }

  @Test
  void writesWithoutShowingTheItemInACommandLine() throws IOException {
    security.put("me", login("sk-1"));
    item.write(login("sk-2").getBytes(StandardCharsets.UTF_8));
    assertThat(text(item.read())).isEqualTo(login("sk-2"));
    assertThat(security.commandLines())
        .noneMatch(l -> l.contains("sk-") || l.contains(hex("sk-")))
        .contains("/usr/bin/security -i");
  }

  @Test
  void refusesToWriteWhatSecurityWouldCutOrMisread() {
    var large = new byte[3_000];
    assertThatThrownBy(() -> item.checkWritable(large.length)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> item.write(large)).isInstanceOf(IOException.class);
    var odd = Keychain.claude(security, "a\" -T /bin/sh \"");
    assertThatThrownBy(() -> odd.write(new byte[1])).isInstanceOf(IOException.class);
    assertThat(security.commandLines()).isEmpty();
  }

  @Test
  void noticesAnItemThatWasNotReplaced() {
    security.put("me", login("sk-1"));
    security.failWith(44);
    assertThatThrownBy(() -> item.write(new byte[1])).isInstanceOf(IOException.class);
    assertThatThrownBy(item::read).isInstanceOf(NoSuchFileException.class);
  }

  private static String login(String token) {
    return "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"scopes\":[\"user:inference\"]}}"
        .formatted(token);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
