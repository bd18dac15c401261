package dev.paddock.ui.session.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.TrafficMeter;
import dev.paddock.proxy.log.RequestHistory;
import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.ManualDelays;
import dev.paddock.ui.Samples;
import dev.paddock.ui.kit.Lifetime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsViewModelTest {
  private final AtomicLong clock = new AtomicLong();
  private final RequestHistory history = new RequestHistory(new TrafficMeter(clock::get));
  private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(Samples.NOW);
  private final ManualDelays delays = new ManualDelays();
  private final Lifetime lifetime = new Lifetime();
  private final RequestsViewModel model = new RequestsViewModel(history, now, delays);

  @BeforeEach
  void attach() {
    model.attach(lifetime);
    delays.pass();
  }

  @Test
  void aThousandRequestsAtOnceAreOneUpdate() {
    var updates = new AtomicInteger();
    ListChangeListener<RequestRecord> counter = change -> updates.incrementAndGet();
    model.shown().addListener(counter);
    for (int i = 0; i < 1000; i++) {
      message(i);
    }
    assertThat(model.shown()).isEmpty();
    delays.pass();
    assertThat(model.shown()).hasSize(1000);
    assertThat(updates).hasValue(1);
  }

  @Test
  void theNewestComesFirst() {
    message(1);
    delays.pass();
    message(2);
    message(3);
    delays.pass();
    assertThat(model.shown()).extracting(r -> r.traffic().sent()).containsExactly(3L, 2L, 1L);
    assertThat(model.totals().get()).startsWith("3 requests · 0 blocked");
  }

  @Test
  void aRefusalThatRepeatsCountsOnWhereItStands() {
    refuse("evil.example");
    message(1);
    delays.pass();
    refuse("evil.example");
    refuse("evil.example");
    delays.pass();
    assertThat(model.shown()).hasSize(2);
    assertThat(model.shown().getLast().count()).isEqualTo(3);
    assertThat(RequestText.decision(model.shown().getLast())).isEqualTo("Blocked ×3");
  }

  @Test
  void forgetsWhatTheHistoryForgets() {
    refuse("evil.example");
    for (int i = 0; i < RequestHistory.KEPT; i++) {
      message(i);
    }
    delays.pass();
    for (int i = 0; i < 10; i++) {
      message(10_000 + i);
    }
    delays.pass();
    assertThat(model.shown()).containsExactlyElementsOf(history.records().reversed());
  }

  @Test
  void filtersByAllWordsInAnyPlace() {
    message(1);
    refuse("evil.example");
    delays.pass();
    model.filter().set("  POST Anthropic 200 ");
    assertThat(model.shown()).hasSize(1);
    model.filter().set("blocked");
    assertThat(model.shown()).extracting(r -> r.request().host()).containsExactly("evil.example");
    model.filter().set("post evil");
    assertThat(model.shown()).isEmpty();
    assertThat(model.nothing()).contains("filter");
    model.filter().set("");
    model.blockedOnly().set(true);
    assertThat(model.shown()).hasSize(1);
  }

  @Test
  void showsTheSecondsThatAreOver() {
    history.meter().received(700);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
    history.meter().received(9);
    now.set(Samples.NOW.plusSeconds(1));
    var seconds = model.traffic().get();
    assertThat(seconds).hasSize(RequestsViewModel.SECONDS);
    assertThat(seconds.getLast()).isEqualTo(new TrafficMeter.Second(0, 700));
  }

  @Test
  void hearsNothingAfterItsLifetimeAndCatchesUpInTheNext() {
    lifetime.close();
    message(1);
    delays.pass();
    assertThat(model.shown()).isEmpty();
    model.attach(new Lifetime());
    assertThat(model.shown()).hasSize(1);
  }

  @Test
  void roundsTheChartsHeightUp() {
    assertThat(TrafficChart.roundUp(0)).isEqualTo(1000);
    assertThat(TrafficChart.roundUp(1001)).isEqualTo(2000);
    assertThat(TrafficChart.roundUp(4_000)).isEqualTo(5000);
    assertThat(TrafficChart.roundUp(190_000)).isEqualTo(200_000);
    assertThat(TrafficChart.roundUp(6_000_000)).isEqualTo(10_000_000);
  }

  @Test
  void saysAmountsAsPeopleDo() {
    assertThat(RequestText.bytes(0)).isEqualTo("0 B");
    assertThat(RequestText.bytes(999)).isEqualTo("999 B");
    assertThat(RequestText.bytes(1_000)).isEqualTo("1.0 kB");
    assertThat(RequestText.bytes(34_400)).isEqualTo("34 kB");
    assertThat(RequestText.bytes(999_600)).isEqualTo("1.0 MB");
    assertThat(RequestText.bytes(Long.MAX_VALUE)).endsWith(" TB");
  }

  private void message(int sent) {
    history.take(SampleTraffic.message(1, sent, 1, 1, 1));
  }

  private void refuse(String host) {
    history.take(SampleTraffic.refused(1, host, "No."));
  }
}
