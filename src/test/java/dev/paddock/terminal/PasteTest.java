package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PasteTest {

  @Test
  void sendsLineEndsAsEnter() {
    assertThat(pasted("a\r\nb\nc\td", false)).isEqualTo("a\rb\rc\td");
  }

  @Test
  void pressesNoKeysAndKeepsItsBrackets() {
    assertThat(pasted("x\033[201~\003rm\u009b2J", true)).isEqualTo("\033[200~x[201~rm2J\033[201~");
  }

  @Test
  void needsAQuestionWhereAProgramWouldRunItsLines() {
    assertThat(Paste.of("a\nb", false).needsQuestion()).isTrue();
    assertThat(Paste.of("rm -rf x\n", false).needsQuestion()).isTrue();
    assertThat(Paste.of("a\nb", true).needsQuestion()).isFalse();
    assertThat(Paste.of("a\tb", false).needsQuestion()).isFalse();
  }

  private static String pasted(String text, boolean bracketed) {
    return new String(Paste.of(text, bracketed).bytes(), StandardCharsets.UTF_8);
  }
}
