package dev.paddock.credential.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.Json;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredLoginTest {
  private static final Instant END = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final StoredLogin.Used USED =
      StoredLogin.Used.of(Secret.of("a-1"), Secret.of("r-1"));

  @TempDir Path folder;

  @Test
  void changesTheTokensOfAClaudeLoginAndNothingElse() throws IOException {
    var file = write(Host.content("a-1", "r-1", Instant.EPOCH));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(StoredLogin.claude(new FileStore(file)).replace(USED, fresh())).isTrue();
    assertThat(Files.readString(file)).isEqualTo(Host.content("a-2", "r-2", END));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void changesTheTokensOfACodexLoginAndNothingElse() throws IOException {
    var file =
        write(
            """
            {
              "auth_mode": "chatgpt", "OPENAI_API_KEY": null,
              "tokens": {"id_token": "i-1", "access_token": "a-1", "refresh_token": "r-1",
                "account_id": "acc-\u00e9"},
              "last_refresh": "2026-01-01T00:00:00Z", "agent_identity": {"x": [1, 2.50]}
            }
            """);
    assertThat(StoredLogin.codex(new FileStore(file)).replace(USED, fresh())).isTrue();
    assertThat(Json.mapper().readTree(Files.readString(file)))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"auth_mode": "chatgpt", "OPENAI_API_KEY": null,
                      "tokens": {"id_token": "i-2", "access_token": "a-2", "refresh_token": "r-2",
                        "account_id": "acc-\u00e9"},
                      "last_refresh": "2026-11-24T04:00:00Z", "agent_identity": {"x": [1, 2.50]}}
                    """));
  }

  @Test
  void followsALinkAndLeavesItThere() throws IOException {
    var file = write(Host.content("a-1", "r-1", Instant.EPOCH));
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(StoredLogin.claude(new FileStore(link)).replace(USED, fresh())).isTrue();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).contains("a-2");
  }

  @Test
  void neverOverwritesTokensThatAnotherProgramPutThere() throws IOException {
    for (var theirs :
        new String[] {
          Host.content("a-9", "r-9", END), Host.content("a-1", "r-9", END),
          Host.content("a-9", "r-1", END), Host.content("a-9", "", END)
        }) {
      var file = write(theirs);
      assertThat(StoredLogin.claude(new FileStore(file)).replace(USED, fresh())).isFalse();
      assertThat(Files.readString(file)).isEqualTo(theirs);
    }
  }

  @Test
  void rescuesALoginThatItsClientBlankedWhenItFoundTheTokenUsed() throws IOException {
    for (var blanked :
        new String[] {Host.content("", "", Instant.EPOCH), Host.content("a-1", "", END)}) {
      var file = write(blanked);
      assertThat(StoredLogin.claude(new FileStore(file)).replace(USED, fresh())).isTrue();
      assertThat(Files.readString(file)).isEqualTo(Host.content("a-2", "r-2", END));
    }
  }

  @Test
  void doesNotMakeALoginWhereThereIsNone() throws IOException {
    var file = folder.resolve("none");
    assertThatThrownBy(() -> StoredLogin.claude(new FileStore(file)).replace(USED, fresh()))
        .isInstanceOf(IOException.class);
    assertThat(file).doesNotExist();
    var other = write("{\"claudeAiOauth\":null}");
    assertThatThrownBy(() -> StoredLogin.claude(new FileStore(other)).replace(USED, fresh()))
        .isInstanceOf(IOException.class);
    assertThat(Files.readString(other)).isEqualTo("{\"claudeAiOauth\":null}");
  }

  @Test
  void takesTheFirstPlaceOfTwoThatHasALogin() throws IOException {
    var file = new FileStore(write(Host.content("a-1", "r-1", END)));
    var none = new FileStore(folder.resolve("none"));
    var login = StoredLogin.claude(new FallbackStore(none, file));
    login.checkWritable();
    assertThat(login.replace(USED, fresh())).isTrue();
    assertThat(Files.readString(folder.resolve("login"))).contains("a-2");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("login"), content);
  }

  private static FreshTokens fresh() {
    return new FreshTokens(
        Secret.of("a-2"),
        Secret.of("r-2"),
        Secret.of("i-2"),
        Instant.parse("2026-11-24T04:00:00Z"),
        END);
  }
}
