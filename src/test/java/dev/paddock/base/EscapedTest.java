package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedTest {

  @Test
  void leavesOrdinaryTextOfAnyLanguage() {
    assertThat(Escaped.text("Grüße, 世界 🙂")).isEqualTo("Grüße, 世界 🙂");
  }

  @Test
  void makesEscapesAndBidiVisible() {
    assertThat(Escaped.text("a\u001b[31mb\u202etxt\u200b\n"))
        .isEqualTo("a\\u{1b}[31mb\\u{202e}txt\\u{200b}\\u{a}");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(Escaped.text("x".repeat(500), 10)).isEqualTo("x".repeat(10) + "…");
  }
}
