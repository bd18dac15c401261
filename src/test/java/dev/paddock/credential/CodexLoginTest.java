package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodexLoginTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path home;

  @Test
  void givesTheAccessTokenUntilItsOwnEnd() throws IOException {
    var token = jwt("{\"exp\":" + NOW.plusSeconds(60).getEpochSecond() + "}");
    write(chatGpt(token, jwt("{}")));
    assertThat(Texts.of(login().current())).isEqualTo(token);
    assertThat(login().current())
        .isInstanceOfSatisfying(
            CredentialState.Present.class,
            p -> assertThat(p.expiresAt()).isEqualTo(NOW.plusSeconds(60)));
    write(chatGpt(jwt("{\"exp\":" + NOW.getEpochSecond() + "}"), jwt("{}")));
    assertThat(login().current()).isInstanceOf(CredentialState.Expired.class);
  }

  @Test
  void tellsWhoseAccountItIs() throws IOException {
    var identity =
        jwt(
            """
            {"email":"a@example.org","https://api.openai.com/auth":{"chatgpt_plan_type":"plus",\
            "chatgpt_account_id":"acc-of-token","chatgpt_user_id":"user-1","more":{"x":[1]}}}\
            """);
    write(chatGpt(jwt("{}"), identity));
    assertThat(login().account())
        .isEqualTo(new CodexAccount("acc-1", "user-1", "plus", "a@example.org"));
    Files.delete(file());
    assertThat(login().account()).isEqualTo(CodexAccount.unknown());
  }

  @Test
  void takesATokenThatIsNoJwtAsOneWithoutAnEnd() throws IOException {
    for (var token :
        new String[] {"opaque", "a.b", "a.!!.c", "a." + base64("[1]") + ".c", "..", "a..c"}) {
      write(chatGpt(token, "junk"));
      assertThat(Texts.of(login().current())).isEqualTo(token);
    }
  }

  @Test
  void doesNotTakeAnApiKeyForAChatGptLogin() throws IOException {
    write("{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-key\",\"tokens\":null}");
    assertThat(login().current()).isInstanceOf(CredentialState.Malformed.class);
    assertThat(login().current().toString()).doesNotContain("sk-key");
    write("{\"OPENAI_API_KEY\":\"sk-key\",\"tokens\":{\"access_token\":\"secret\"}}");
    assertThat(login().current())
        .as("Codex uses the key then")
        .isInstanceOf(CredentialState.Malformed.class);
    write("{\"OPENAI_API_KEY\":null,\"tokens\":{\"access_token\":\"old-file\"}}");
    assertThat(Texts.of(login().current())).isEqualTo("old-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"tokens\":\"secret\"}",
        "{\"auth_mode\":\"chatgpt\",\"tokens\":{}}",
        "{\"tokens\":{\"access_token\":\"secret\\nInjected: 1\"}}",
        "{\"tokens\":{\"access_token\":{\"a\":\"secret\"}}}",
        "{\"tokens\":{\"access_token\":\"secret"
      })
  void callsAFileOfAnotherFormMalformedWithoutQuotingIt(String content) throws IOException {
    write(content);
    assertThat(login().current()).isInstanceOf(CredentialState.Malformed.class);
    assertThat(login().current().toString()).doesNotContain("secret");
  }

  @Test
  void looksInCodexHome() {
    assertThat(CodexLogin.file(Map.of("CODEX_HOME", "/x"), home))
        .isEqualTo(Path.of("/x/auth.json"));
    assertThat(CodexLogin.file(Map.of("CODEX_HOME", ""), home)).isEqualTo(file());
    assertThat(CodexLogin.file(Map.of(), home)).isEqualTo(file());
  }

  @Test
  void takesTheApiKeyOfTheEnvironmentBeforeTheOneInTheFile() throws IOException {
    write("{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-file\"}");
    assertThat(Texts.of(key(Map.of("OPENAI_API_KEY", "sk-env")).current())).isEqualTo("sk-env");
    assertThat(Texts.of(key(Map.of("OPENAI_API_KEY", "")).current())).isEqualTo("sk-file");
    write(chatGpt("a", "b"));
    assertThat(key(Map.of()).current()).isInstanceOf(CredentialState.Absent.class);
    Files.delete(file());
    assertThat(key(Map.of()).current().summary()).contains("OPENAI_API_KEY is not set");
    assertThat(key(Map.of("OPENAI_API_KEY", "sk-a\r\nB: c")).current())
        .isInstanceOf(CredentialState.Absent.class);
  }

  private OpenAiKey key(Map<String, String> environment) {
    return new OpenAiKey(environment, file(), CLOCK);
  }

  private CodexLogin login() {
    return new CodexLogin(file(), CLOCK);
  }

  private Path file() {
    return home.resolve(".codex/auth.json");
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);
  }

  private static String chatGpt(String token, String identity) {
    return """
    {"OPENAI_API_KEY":null,"tokens":{"id_token":"%s","access_token":"%s","refresh_token":"rt_1",\
    "account_id":"acc-1"},"auth_mode":"chatgpt","last_refresh":"2026-11-20T00:00:00Z"}\
    """
        .formatted(identity, token);
  }

  private static String jwt(String claims) {
    return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2ln";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
