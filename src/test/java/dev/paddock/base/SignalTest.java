package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SignalTest {

  @Test
  void tellsTheCurrentValueAtOnceAndEachLaterOne() {
    var signal = new Signal<>("a");
    var seen = new ArrayList<String>();
    var subscription = signal.subscribe(seen::add);
    signal.set("b");
    signal.set("b");
    subscription.close();
    signal.set("c");
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void changesOnlyFromTheExpectedValue() {
    var signal = new Signal<>("a");
    assertThat(signal.compareAndSet("x", "b")).isFalse();
    assertThat(signal.compareAndSet("a", "b")).isTrue();
    assertThat(signal.get()).isEqualTo("b");
  }
}
