package dev.paddock.proxy.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.rule.Target;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class StandInNamesTest {
  private final StandInNames names = new StandInNames();

  @Test
  void noAddressIsEverGivenTwiceAndThereIsAnEnd() {
    var given = new HashSet<String>();
    for (int i = 0; i < StandInNames.MOST; i++) {
      var name = "host" + i + ".example.org";
      var address = names.addressOf(name).orElseThrow().getHostAddress();
      assertThat(given.add(address)).isTrue();
      assertThat(names.meant(new Target(address, 443))).contains(new Target(name, 443));
    }
    assertThat(names.addressOf("one.more.example.org")).isEmpty();
    assertThat(names.addressOf("host0.example.org")).isPresent();
  }

  @Test
  void allOtherTargetsAreMeantAsTheyAre() {
    for (var host :
        new String[] {"example.org", "198.17.255.255", "198.20.0.0", "1.1.1.1", "::1"}) {
      var target = new Target(host, 80);
      assertThat(names.meant(target)).contains(target);
    }
    assertThat(names.meant(new Target("198.18.0.0", 80))).isEmpty();
    assertThat(names.meant(new Target("198.18.0.1", 80))).isEmpty();
    assertThat(names.meant(new Target("198.19.1.1", 80))).isEmpty();
  }
}
