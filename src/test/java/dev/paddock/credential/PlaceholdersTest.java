package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paddock.base.Json;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private static final int SESSIONS = 2_000;

  private final SecureRandom random = new SecureRandom();
  private final Placeholders placeholders = new Placeholders(random);

  @Test
  void looksLikeARealToken() {
    assertThat(placeholders.accessToken(CredentialKind.CLAUDE))
        .matches("sk-ant-oat01-[A-Za-z0-9_-]{93}AA")
        .hasSize(108);
    assertThat(placeholders.refreshToken(CredentialKind.CLAUDE))
        .matches("sk-ant-ort01-[A-Za-z0-9_-]{93}AA");
    assertThat(placeholders.accessToken(CredentialKind.OPENAI))
        .matches("sk-proj-[A-Za-z0-9_-]{74}T3BlbkFJ[A-Za-z0-9_-]{74}");
    assertThat(placeholders.refreshToken(CredentialKind.CODEX)).matches("rt_[A-Za-z0-9_.-]{87}");
    assertThat(placeholders.accessToken(CredentialKind.COPILOT)).matches("gho_[A-Za-z0-9]{36}");
    assertThat(placeholders.accessToken(CredentialKind.GITHUB)).matches("ghu_[A-Za-z0-9]{36}");
  }

  @Test
  void codexFindsItsAccountInTokensThatNeverEnd() throws Exception {
    var account = new CodexAccount("acc-1", "user-1", "plus", "me@example.org");
    var codex = new Placeholders(random, account);
    for (var token : List.of(codex.accessToken(CredentialKind.CODEX), codex.codexIdentity())) {
      var auth = claims(token).get("https://api.openai.com/auth");
      assertThat(auth.get("chatgpt_account_id").asText()).isEqualTo("acc-1");
      assertThat(auth.get("chatgpt_plan_type").asText()).isEqualTo("plus");
      assertThat(claims(token).get("exp").asLong())
          .isGreaterThan(Instant.now().plus(Duration.ofDays(3000)).getEpochSecond());
    }
    assertThat(claims(codex.codexIdentity()).get("email").asText()).isEqualTo("me@example.org");
    assertThat(
            claims(codex.accessToken(CredentialKind.CODEX))
                .at("/https:~1~1api.openai.com~1profile/email")
                .asText())
        .isEqualTo("me@example.org");
  }

  @Test
  void aTokenOfAnUnknownAccountCanBeReadAsWell() throws Exception {
    assertThat(claims(placeholders.codexIdentity()).has("email")).isFalse();
    assertThat(claims(placeholders.codexIdentity()).get("jti").asText())
        .isNotEqualTo(claims(placeholders.accessToken(CredentialKind.CODEX)).get("jti").asText());
  }

  @Test
  void neverGivesTheSameValueTwice() {
    var seen = new HashSet<String>();
    for (int session = 0; session < SESSIONS; session++) {
      assertThat(seen.addAll(new Placeholders(random).byName().values())).isTrue();
    }
    assertThat(seen).hasSize(SESSIONS * placeholders.byName().size());
  }

  @Test
  void knowsWhichCredentialAValueStandsFor() {
    for (var kind : CredentialKind.values()) {
      var access = placeholders.accessToken(kind);
      assertThat(placeholders.kindOf(access)).contains(kind);
      assertThat(placeholders.kindOf(access + "x")).isEmpty();
      assertThat(new Placeholders(random).kindOf(access)).isEmpty();
    }
    assertThat(placeholders.kindOf(placeholders.refreshToken(CredentialKind.CLAUDE))).isEmpty();
    assertThat(placeholders.kindOf(placeholders.codexIdentity())).isEmpty();
    assertThat(placeholders.kindOf(null)).isEmpty();
  }

  @Test
  void findsAccessAndRefreshPlaceholdersInsideOfText() {
    for (var value : placeholders.byName().values()) {
      assertThat(placeholders.occursIn("?token=" + value + "&x")).isTrue();
    }
    assertThat(placeholders.occursIn("sk-ant-oat01-somebody-else")).isFalse();
    assertThat(placeholders.occursIn("x".repeat(200))).isFalse();
  }

  @Test
  void knowsAPlaceholderOfAnySessionWithoutAList() {
    for (var value : new Placeholders(random).byName().values()) {
      assertThat(placeholders.ofAnotherSession(value)).isTrue();
      var last = value.charAt(value.length() - 3);
      var changed =
          value.substring(0, value.length() - 3)
              + (last == 'x' ? 'y' : 'x')
              + value.substring(value.length() - 2);
      assertThat(placeholders.ofAnotherSession(changed)).isFalse();
    }
    for (var own : placeholders.byName().values()) {
      assertThat(placeholders.ofAnotherSession(own)).isFalse();
    }
    for (var other : List.of("", "AA", "mine", "sk-ant-api03-mine", "x".repeat(300))) {
      assertThat(placeholders.ofAnotherSession(other)).isFalse();
    }
  }

  @Test
  void namesItsValuesButShowsNone() {
    assertThat(placeholders.byName().keySet())
        .containsExactly(
            "claude.access_token",
            "claude.refresh_token",
            "openai.access_token",
            "codex.access_token",
            "codex.refresh_token",
            "copilot.access_token",
            "github.access_token",
            "codex.id_token");
    assertThat(placeholders.toString()).doesNotContain("sk-ant");
  }

  @Test
  void aKeyHasNoRefreshToken() {
    assertThatThrownBy(() -> placeholders.refreshToken(CredentialKind.OPENAI))
        .isInstanceOf(IllegalStateException.class);
  }

  private static JsonNode claims(String token) throws Exception {
    var parts = token.split("\\.", -1);
    assertThat(parts).hasSize(3);
    var header = Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[0]));
    assertThat(header.get("alg").asText()).isEqualTo("RS256");
    assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(256);
    return Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
  }
}
