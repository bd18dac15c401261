package dev.paddock.proxy.log;

import static dev.paddock.proxy.log.Happened.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.usage.Tokens;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {
  private final RequestHistory history = new RequestHistory();

  @Test
  void keepsWhatIsToldOfARequest() {
    var done = Happened.request("/v1/messages");
    history.take(done);
    var kept = history.records().getFirst();
    assertThat(kept.request()).isEqualTo(done.request());
    assertThat(kept.traffic()).isEqualTo(done.traffic());
    assertThat(kept.tokens()).contains(new Tokens(2125, 15));
    assertThat(kept.refused()).isFalse();
    assertThat(history.totals())
        .isEqualTo(new RequestTotals(1, 0, 1200, 34_000, new Tokens(2125, 15)));
  }

  @Test
  void keepsTheLastAndCountsAll() {
    for (int i = 0; i < RequestHistory.KEPT + 10; i++) {
      history.take(Happened.request("/" + i));
    }
    var kept = history.records();
    assertThat(kept).hasSize(RequestHistory.KEPT);
    assertThat(kept.getFirst().request().path()).isEqualTo("/10");
    assertThat(history.totals().requests()).isEqualTo(RequestHistory.KEPT + 10);
  }

  @Test
  void mergesEqualRefusalsWithTheirNumber() {
    for (int i = 0; i < 1000; i++) {
      history.take(Happened.refused(NOW.plusMillis(i), "evil.example"));
    }
    history.take(Happened.refused(NOW.plusSeconds(90), "evil.example"));
    assertThat(history.records()).extracting(RequestRecord::count).containsExactly(1000L, 1L);
    assertThat(history.records().getFirst().time()).isEqualTo(NOW.plusMillis(999));
    assertThat(history.totals().refused()).isEqualTo(1001);
    assertThat(history.refusedHosts()).containsExactly(new RefusedHost("evil.example", 1001));
  }

  /** A guest must not be able to hide what it tried. */
  @Test
  void noNumberOfHarmlessRequestsPushesARefusedOneOut() {
    history.take(Happened.refused(NOW, "evil.example"));
    for (int i = 0; i < 3 * RequestHistory.KEPT; i++) {
      history.take(Happened.request("/"));
    }
    assertThat(history.records().getFirst().refused()).isTrue();
  }

  @Test
  void staysSmallWhateverNamesAGuestInvents() {
    for (int i = 0; i < 100_000; i++) {
      history.take(Happened.refused(NOW.plusMillis(i * 10L), "host-" + i + ".example"));
    }
    assertThat(history.records()).hasSizeLessThanOrEqualTo(500);
    assertThat(history.refusedHosts()).hasSize(100);
    assertThat(history.totals().refused()).isEqualTo(100_000);
  }

  @Test
  void tellsOfEveryChange() {
    var told = new ArrayList<Long>();
    history.changes().subscribe(told::add);
    history.take(Happened.request("/"));
    history.take(Happened.refused(NOW, "evil.example"));
    assertThat(told).hasSize(3);
  }

  @Test
  void takesEventsOfManyThreads() throws Exception {
    var threads =
        IntStream.range(0, 4)
            .mapToObj(t ->
                Thread.startVirtualThread(() -> {
                  for (int i = 0; i < 5000; i++) {
                    history.take(Happened.request("/" + t));
                    history.take(Happened.refused(NOW, "evil.example"));
                  }
                }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(history.totals().requests()).isEqualTo(20_000);
    assertThat(history.totals().refused()).isEqualTo(20_000);
    assertThat(history.records())
        .extracting(RequestRecord::number)
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
