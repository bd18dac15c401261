package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimaVersionTest {

  @ParameterizedTest
  @CsvSource({
    "limactl version 2.2.0, true",
    "limactl version 2.2.1, true",
    "limactl version 2.10.0, true",
    "limactl version 3.0, true",
    "limactl version v2.2.0, true",
    "limactl version 2.2.0-12-gabcdef1, true",
    "limactl version 2.2.0-12-gabcdef1.m, true",
    "limactl version 2.2.0-beta.0, false",
    "limactl version 2.2.0-rc.1, false",
    "limactl version 2.1.3, false",
    "limactl version 1.99.99, false"
  })
  void comparesNumbersAndNotText(String output, boolean supported) {
    var version = LimaVersion.parse(output + "\n").orElseThrow();
    assertThat(version.compareTo(LimaVersion.OLDEST) >= 0).isEqualTo(supported);
  }

  @Test
  void understandsNothingElse() {
    assertThat(LimaVersion.parse("limactl version <unknown>")).isEmpty();
    assertThat(LimaVersion.parse("")).isEmpty();
    assertThat(LimaVersion.parse("2.2.0")).isEmpty();
    assertThat(LimaVersion.parse("limactl version 99999999999999999999.1")).isEmpty();
  }
}
