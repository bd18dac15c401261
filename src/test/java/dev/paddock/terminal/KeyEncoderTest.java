package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyEncoderTest {

  @ParameterizedTest
  @CsvSource({
    "ENTER, '', '\r'",
    "ENTER, S, '\033\r'",
    "ENTER, A, '\033\r'",
    "TAB, '', '\t'",
    "TAB, S, '\033[Z'",
    "ESCAPE, '', '\033'",
    "BACKSPACE, '', '\177'",
    "BACKSPACE, A, '\033\177'",
    "BACKSPACE, C, '\b'",
    "UP, '', '\033[A'",
    "DOWN, '', '\033[B'",
    "RIGHT, C, '\033[1;5C'",
    "LEFT, A, '\033[1;3D'",
    "HOME, S, '\033[1;2H'",
    "END, SAC, '\033[1;8F'",
    "DELETE, '', '\033[3~'",
    "DELETE, C, '\033[3;5~'",
    "PAGE_UP, '', '\033[5~'",
    "F1, '', '\033OP'",
    "F4, S, '\033[1;2S'",
    "F5, '', '\033[15~'",
    "F12, C, '\033[24;5~'"
  })
  void encodesNamedKeysLikeXterm(KeyStroke.Key key, String modifiers, String bytes) {
    assertThat(sent(key, 0, modifiers, false)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "c, C, 3",
    "z, C, 26",
    "a, C, 1",
    "[, C, 27",
    "], C, 29",
    "\\, C, 28",
    "/, C, 31",
    "8, C, 127"
  })
  void encodesControlCharacters(char character, String modifiers, int code) {
    assertThat(sent(KeyStroke.Key.CHARACTER, character, modifiers, false))
        .isEqualTo(Character.toString(code));
  }

  @Test
  void sendsEscapeBeforeTheCharacterOfAnAltKey() {
    assertThat(sent(KeyStroke.Key.CHARACTER, 'f', "A", false)).isEqualTo("\033f");
    assertThat(sent(KeyStroke.Key.CHARACTER, 'f', "SA", false)).isEqualTo("\033F");
    assertThat(sent(KeyStroke.Key.CHARACTER, ' ', "C", false)).isEqualTo("\0");
  }

  @Test
  void usesTheApplicationFormOfArrowsOnlyWithoutModifiers() {
    assertThat(sent(KeyStroke.Key.UP, 0, "", true)).isEqualTo("\033OA");
    assertThat(sent(KeyStroke.Key.UP, 0, "C", true)).isEqualTo("\033[1;5A");
    assertThat(sent(KeyStroke.Key.HOME, 0, "", true)).isEqualTo("\033OH");
  }

  @Test
  void leavesPlainTextToTextEvents() {
    assertThat(
            KeyEncoder.encode(
                new KeyStroke(KeyStroke.Key.CHARACTER, 'a', true, false, false), false))
        .isEmpty();
  }

  private static String sent(
      KeyStroke.Key key, int character, String modifiers, boolean application) {
    var stroke =
        new KeyStroke(
            key,
            character,
            modifiers.contains("S"),
            modifiers.contains("A"),
            modifiers.contains("C"));
    return new String(KeyEncoder.encode(stroke, application).orElseThrow(), StandardCharsets.UTF_8);
  }
}
