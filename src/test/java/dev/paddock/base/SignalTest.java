package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void anObserverThatFailsIsNobodyElsesTrouble() {
    var signal = new Signal<>(1);
    var told = new ArrayList<Integer>();
    var calls = new AtomicInteger();
    signal.subscribe(v -> {
      if (calls.incrementAndGet() > 1) {
        throw new IllegalStateException("an observer's bug");
      }
    });
    signal.subscribe(told::add);
    signal.set(2);
    assertThat(told).containsExactly(1, 2);
  }
}
