package dev.paddock.proxy.log;

import static dev.paddock.proxy.log.Happened.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatsTest {
  private final Repeats<String> repeats = new Repeats<>("others");

  @Test
  void countsEqualThingsOfOneMinute() {
    assertThat(repeats.take("a", NOW).count()).isEqualTo(1);
    assertThat(repeats.take("a", NOW.plusSeconds(59)).count()).isEqualTo(2);
    assertThat(repeats.take("b", NOW.plusSeconds(59)).count()).isEqualTo(1);
    assertThat(repeats.end(NOW.plusSeconds(59))).isEmpty();
    var ended = repeats.end(NOW.plusSeconds(60));
    assertThat(ended).containsExactly(new Repeats.Run<>("a", NOW, NOW.plusSeconds(59), 2));
    assertThat(repeats.take("a", NOW.plusSeconds(61)).count()).isEqualTo(1);
  }

  @Test
  void mergesTooManyDifferentThings() {
    var told = 0;
    for (int i = 0; i < 10_000; i++) {
      told += repeats.take("host-" + i, NOW).count() == 1 ? 1 : 0;
    }
    assertThat(told).isEqualTo(51);
    var ended = repeats.endAll();
    assertThat(ended).hasSize(51);
    assertThat(ended.getLast().what()).isEqualTo("others");
    assertThat(ended.stream().mapToLong(Repeats.Run::count).sum()).isEqualTo(10_000);
  }
}
