package dev.paddock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Signal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class BridgeTest {
  private final Signal<Integer> signal = new Signal<>(1);
  private final Deque<Runnable> queued = new ArrayDeque<>();
  private final Lifetime lifetime = new Lifetime();

  @Test
  void hasTheValueAtOnce() {
    assertThat(Bridge.observe(signal, queued::add, lifetime).get()).isEqualTo(1);
  }

  @Test
  void skipsValuesThatComeTooFastButNeverTheLast() {
    var property = Bridge.observe(signal, queued::add, lifetime);
    var seen = new ArrayList<Integer>();
    lifetime.watch(property, seen::add);
    for (int i = 2; i <= 100; i++) {
      signal.set(i);
    }
    assertThat(queued).hasSize(1);
    runQueued();
    assertThat(seen).containsExactly(1, 100);
    signal.set(101);
    runQueued();
    assertThat(property.get()).isEqualTo(101);
  }

  @Test
  void staysAsItIsAfterTheLifetime() {
    var property = Bridge.observe(signal, queued::add, lifetime);
    runQueued();
    signal.set(2);
    lifetime.close();
    runQueued();
    signal.set(3);
    assertThat(queued).isEmpty();
    assertThat(property.get()).isEqualTo(1);
  }

  private void runQueued() {
    while (!queued.isEmpty()) {
      queued.pop().run();
    }
  }
}
