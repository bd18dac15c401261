package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "8, 8192",
    "8G, 8192",
    "8GiB, 8192",
    "8GB, 8192",
    "4096M, 4096",
    "1.5g, 1536",
    "2 T, 2097152"
  })
  void readsTheFormsOfAgentVm(String text, long mebibytes) {
    assertThat(ByteSize.parse(text).mebibytes()).isEqualTo(mebibytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "8X", "8 G 9", "1e3", "99999999999G"})
  void refusesAllElseWithASentence(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a size");
  }

  @Test
  void printsAsAgentVmDoes() {
    assertThat(ByteSize.ofGiB(2)).hasToString("2.0G");
    assertThat(ByteSize.ofMiB(512)).hasToString("512M");
  }
}
