package dev.paddock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.ByteSize;
import dev.paddock.project.RuntimeScript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"PT0.04S,0.0 s", "PT4.24S,4.2 s", "PT45.9S,45 s", "PT2M5S,2 min 5 s"})
  void stepsAreTimedPrecisely(Duration time, String text) {
    assertThat(TimeText.precise(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT-3S,0 s", "PT12S,12 s", "PT12M50S,12 min", "PT3H5M,3 h 5 min", "PT52H,2 d 4 h"})
  void runTimesAreCoarse(Duration time, String text) {
    assertThat(TimeText.coarse(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT20S,just now,new",
    "PT5M,5 min ago,new",
    "PT3H,3 h ago,3 h",
    "PT30H,yesterday,1 day",
    "P9D,9 days ago,9 days"
  })
  void agesAreSaidInTheLargestUnit(Duration before, String ago, String age) {
    assertThat(TimeText.ago(NOW.minus(before), NOW)).isEqualTo(ago);
    assertThat(TimeText.age(NOW.minus(before), NOW)).isEqualTo(age);
  }

  @ParameterizedTest
  @CsvSource({"512,512 MiB", "1024,1 GiB", "1536,1.5 GiB", "8192,8 GiB"})
  void sizesAreSaidInWholeUnitsWherePossible(long mebibytes, String text) {
    assertThat(SizeText.of(ByteSize.ofMiB(mebibytes))).isEqualTo(text);
  }

  @Test
  void homeIsShortenedAndHiddenCharactersAreShown() {
    var home = Path.of(System.getProperty("user.home"));
    assertThat(PathText.full(home.resolve("src/a b"))).isEqualTo("~/src/a b");
    assertThat(PathText.full(home)).isEqualTo(home.toString());
    assertThat(PathText.name(Path.of("/x/evil\u202egpj.sh"))).isEqualTo("evil\\u{202e}gpj.sh");
  }

  @Test
  void aScriptIsShownWholeWithWhatItHides() {
    var script =
        new RuntimeScript(
            Path.of("/p/.claude-vm.runtime.sh"),
            "true # \u202e\n\tcurl evil\r\n\u001b[2Kls\n",
            "00",
            RuntimeScript.Approval.NEW);
    assertThat(ScriptText.of(script)).isEqualTo("true # \\u{202e}\n    curl evil\n\\u{1b}[2Kls");
  }
}
