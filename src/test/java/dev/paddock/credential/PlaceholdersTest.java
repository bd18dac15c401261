package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void looksLikeARealToken() {
    var placeholders = new Placeholders(random);
    assertThat(placeholders.accessToken(CredentialKind.CLAUDE))
        .matches("sk-ant-oat01-[A-Za-z0-9_-]{93}AA")
        .hasSize(108);
    assertThat(placeholders.refreshToken(CredentialKind.CLAUDE))
        .matches("sk-ant-ort01-[A-Za-z0-9_-]{93}AA");
  }

  @Test
  void neverGivesTheSameValueTwice() {
    var seen = new HashSet<String>();
    for (int session = 0; session < 10_000; session++) {
      assertThat(seen.addAll(new Placeholders(random).byName().values())).isTrue();
    }
    assertThat(seen).hasSize(10_000 * new Placeholders(random).byName().size());
  }

  @Test
  void knowsWhichCredentialAValueStandsFor() {
    var placeholders = new Placeholders(random);
    var access = placeholders.accessToken(CredentialKind.CLAUDE);
    assertThat(placeholders.kindOf(access)).contains(CredentialKind.CLAUDE);
    assertThat(placeholders.kindOf(access + "x")).isEmpty();
    assertThat(placeholders.kindOf(placeholders.refreshToken(CredentialKind.CLAUDE))).isEmpty();
    assertThat(new Placeholders(random).kindOf(access)).isEmpty();
  }

  @Test
  void findsAccessAndRefreshPlaceholdersInsideOfText() {
    var placeholders = new Placeholders(random);
    for (var value : placeholders.byName().values()) {
      assertThat(placeholders.occursIn("?token=" + value + "&x")).isTrue();
    }
    assertThat(placeholders.occursIn("sk-ant-oat01-somebody-else")).isFalse();
  }

  @Test
  void namesItsValuesButShowsNone() {
    var placeholders = new Placeholders(random);
    assertThat(placeholders.byName())
        .containsOnlyKeys("claude.access_token", "claude.refresh_token");
    assertThat(placeholders.toString()).doesNotContain("sk-ant");
  }
}
