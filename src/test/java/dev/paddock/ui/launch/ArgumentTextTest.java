package dev.paddock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTextTest {

  @Test
  void blanksSeparateAndQuotesKeepTogether() {
    assertThat(ArgumentText.split("  -p \"fix all\" --model 'opus[1m]'  x\\ y "))
        .containsExactly("-p", "fix all", "--model", "opus[1m]", "x y");
  }

  @Test
  void quotesInsideAWordBelongToIt() {
    assertThat(ArgumentText.split("--name=\"a b\"'c d'e")).containsExactly("--name=a bc de");
  }

  @Test
  void emptyQuotesAreAWord() {
    assertThat(ArgumentText.split("a '' \"\"")).containsExactly("a", "", "");
    assertThat(ArgumentText.split("   ")).isEmpty();
  }

  @Test
  void nothingElseIsSpecial() {
    assertThat(ArgumentText.split("$HOME *.java `id` \"\\$x \\n\" 'a\\b' ; |"))
        .containsExactly("$HOME", "*.java", "`id`", "$x \\n", "a\\b", ";", "|");
  }

  @Test
  void readsWhatWeWrite() {
    var words = List.of("-p", "it's \"fine\"", "", "a\\b", "$x", "ü ß", "tab\there");
    assertThat(ArgumentText.split(Shell.join(words))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "'open", "it's", "end\\"})
  void saysWhatIsNotClosed(String text) {
    assertThatThrownBy(() -> ArgumentText.split(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }
}
