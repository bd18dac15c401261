package dev.paddock.credential.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.credential.CodexLogin;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodexRefreshTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private FakeTokenEndpoint server;
  private Path file;
  private CodexLogin codex;
  private RefreshingLogin login;

  @BeforeEach
  void prepare() throws IOException {
    server = new FakeTokenEndpoint();
    file = folder.resolve("auth.json");
    Files.writeString(
        file,
        """
        {"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"%s","access_token":"%s",\
        "refresh_token":"refresh-canary-1","account_id":"acc-1"},"last_refresh":"2026-11-01T00:00:00Z"}\
        """
            .formatted(identity("plus"), jwt(clock.instant())));
    codex = new CodexLogin(file, clock);
    var stored = StoredLogin.codex(new FileStore(file));
    var files = new RefreshFiles(folder.resolve("refresh"), "codex");
    var client = new OkHttpClient();
    var builtIn =
        new BuiltIn(stored, server.endpoint(), () -> client, ProviderLock.NONE, files, clock);
    login = new RefreshingLogin(codex, stored, builtIn, files, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void renewsAllThreeTokensAndKeepsTheAccount() throws IOException {
    var next = jwt(clock.instant().plus(Duration.ofDays(10)));
    server.script((exchange, endpoint) -> {
      FakeTokenEndpoint.reply(
          exchange,
          200,
          """
          {"access_token":"%s","refresh_token":"refresh-canary-2","id_token":"%s"}\
          """
              .formatted(next, identity("pro")));
      return true;
    });
    assertThat(login.current()).isInstanceOf(CredentialState.Expired.class);
    assertThat(Host.token(login.forRequest().orTimeout(60, TimeUnit.SECONDS).join()))
        .isEqualTo(next);
    assertThat(codex.account().planType()).isEqualTo("pro");
    assertThat(codex.account().accountId()).isEqualTo("acc-1");
    var written = Json.mapper().readTree(file.toFile());
    assertThat(written.path("tokens").path("refresh_token").asText()).isEqualTo("refresh-canary-2");
    assertThat(written.path("last_refresh").asText()).isEqualTo(clock.instant().toString());
    assertThat(server.requests().getFirst().path("refresh_reason").asText())
        .isEqualTo("proactive_expiry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refresh_token_expired", "refresh_token_reused", "refresh_token_invalidated"})
  void stopsForGoodWhereOpenAiRefusesTheToken(String code) {
    server.script((exchange, endpoint) -> {
      FakeTokenEndpoint.reply(exchange, 401, "{\"error\":{\"code\":\"" + code + "\"}}");
      return true;
    });
    for (int i = 0; i < 2; i++) {
      assertThat(login.refresh(new RefreshReason.Ending()).orTimeout(60, TimeUnit.SECONDS).join())
          .isInstanceOfSatisfying(
              RefreshOutcome.Ended.class, e -> assertThat(e.why()).contains(code));
    }
    assertThat(server.requests()).hasSize(1);
  }

  private static String identity(String plan) {
    return "e30."
        + base64("{\"https://api.openai.com/auth\":{\"chatgpt_plan_type\":\"" + plan + "\"}}")
        + ".c2ln";
  }

  private static String jwt(Instant end) {
    return "e30." + base64("{\"exp\":" + end.getEpochSecond() + "}") + ".c2ln";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
