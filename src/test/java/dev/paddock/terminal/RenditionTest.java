package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenditionTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "';1', 0;1",
    "1;3;4;7;22;23;24;27, 1;3;4;7;22;23;24;27",
    "38;5;208;1, 38;5;208;1",
    "48;2;1;2;3, 48;2;1;2;3",
    "38:5:208, 38;5;208",
    "38:2:1:2:3, 38;2;1;2;3",
    "38:2::1:2:3;1, 38;2;1;2;3;1",
    "4:3;1, 4;1",
    "4:0, 24",
    "21, 4",
    "1;9;53;3, 1;3",
    "58;2;1;2;3;1, 1",
    "58;5;4;1, 1",
    "58:2::1:2:3;1, 1",
    "38;5;300;1, 1",
    "38;2;1;2;300;1, 1",
    "31;97;100;107;39;49, 31;97;100;107;39;49"
  })
  void writesAttributesInPlainForm(String given, String plain) {
    assertThat(RecordingSink.of("\033[" + given + "m").passed()).isEqualTo("\033[" + plain + "m");
  }

  @ParameterizedTest
  @CsvSource({"9", "29", "53", "1:2", "38", "38;5", "38;2;1;2", "38;7;1", "38:2:1", "999"})
  void leavesOutWhatHasNoPlainForm(String given) {
    assertThat(RecordingSink.of("\033[" + given + "mx").passed())
        .doesNotContain("38")
        .endsWith("x");
  }
}
