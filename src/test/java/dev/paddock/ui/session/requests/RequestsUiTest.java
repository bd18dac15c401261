package dev.paddock.ui.session.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.FakeSession;
import dev.paddock.ui.Fx;
import dev.paddock.ui.UiTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class RequestsUiTest extends UiTest {

  @Test
  void showsRequestsBelowTheTerminalWithTheBlockedOnesMarked() throws Exception {
    var session = working();
    SampleTraffic.play(session);
    open();
    Fx.until("the requests", () -> table().getItems().size() == 21);
    assertThat(Fx.get(() -> demo.shows("terminal"))).isTrue();
    assertThat(Fx.get(() -> table().getItems().getFirst().request().host()))
        .isEqualTo("192.168.1.10");
    Fx.run(() -> table().getSelectionModel().select(1));
    demo.await("requests-detail");
    assertThat(demo.text("requests-detail-decision"))
        .isEqualTo("Blocked: the host is on Paddock's list");
    assertThat(demo.text("requests-totals")).startsWith("19 requests · 24 blocked");
    demo.shoot("requests");
  }

  @Test
  void findsRequestsByWordsAndByWhatWasBlocked() throws Exception {
    var session = working();
    SampleTraffic.play(session);
    open();
    Fx.run(() -> ((TextField) demo.node("requests-filter")).setText("anthropic messages"));
    Fx.until("only the messages", () -> table().getItems().size() == 6);
    demo.shoot("requests-filtered");
    Fx.run(() -> ((TextField) demo.node("requests-filter")).setText("nowhere.example"));
    Fx.until("none", () -> table().getItems().isEmpty());
    assertThat(Fx.get(() -> ((Label) table().getPlaceholder()).getText()))
        .isEqualTo("No request matches the filter.");
    Fx.run(() -> ((TextField) demo.node("requests-filter")).clear());
    Fx.run(() -> ((ToggleButton) demo.node("requests-blocked")).fire());
    Fx.until("the blocked", () -> table().getItems().size() == 2);
  }

  @Test
  void isShownAndHiddenByKeyboard() {
    working();
    assertThat(Fx.get(() -> demo.shows("requests"))).as("hidden at first").isFalse();
    demo.type(KeyCode.R, true, true);
    demo.await("requests");
    assertThat(focus()).isEqualTo("requests-filter");
    demo.type(KeyCode.R, true, true);
    Fx.until("it goes", () -> !demo.shows("requests"));
    assertThat(focus()).isEqualTo("terminal");
  }

  @Test
  void aSelectedRequestStaysSelectedWhileOthersCome() {
    var session = working();
    SampleTraffic.play(session);
    open();
    Fx.until("the requests", () -> table().getItems().size() == 21);
    var chosen =
        Fx.get(() -> {
          table().getSelectionModel().select(4);
          return table().getSelectionModel().getSelectedItem();
        });
    for (int i = 0; i < 50; i++) {
      session.requests().take(SampleTraffic.message(90, 1, 2, 3, 4));
    }
    Fx.until("the others", () -> table().getItems().size() == 71);
    assertThat(Fx.get(() -> table().getSelectionModel().getSelectedItem())).isEqualTo(chosen);
  }

  /** Wall times say little on a busy machine: the thread's own work and the updates are bounded. */
  @Test
  void aHundredRequestsASecondLeaveTheWindowItsFrames() throws Exception {
    var session = working();
    SampleTraffic.play(session);
    open();
    Fx.until("the requests", () -> table().getItems().size() == 21);
    // Whatever the first seconds compile is no matter of requests.
    feed(session, 200);
    var idle = new Frames();
    Thread.sleep(Duration.ofSeconds(2));
    var before = idle.end();
    var changes = new AtomicInteger();
    ListChangeListener<RequestRecord> counter = change -> changes.incrementAndGet();
    Fx.run(() -> table().getItems().addListener(counter));
    var busy = new Frames();
    double seconds = feed(session, 400);
    Fx.until("all of them", () -> table().getItems().size() == 622);
    var during = busy.end();
    System.out.printf(
        "frames, idle: %s; with 200 events a second: %s, %d updates in %.1f s%n",
        before, during, changes.get(), seconds);
    assertThat(before.frames()).isPositive();
    // The table hears of new ones, and of one that counts on: two changes for an update.
    assertThat(changes.get()).isLessThanOrEqualTo((int) (2 * (seconds * 4 + 4)));
    assertThat(during.work()).isLessThan(0.5);
  }

  /** As many requests, at a hundred a second, and as many refusals; tells the seconds it took. */
  private static double feed(FakeSession session, int count) {
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      session.requests().take(SampleTraffic.message(90, i, 2L * i, 3, 4));
      session.requests().take(SampleTraffic.refused(90, "evil.example", "No."));
      LockSupport.parkNanos(begun + (i + 1) * 10_000_000L - System.nanoTime());
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Frames of a time: how many, how many came late, and two threads' shares of a core. */
  private record Measured(int frames, int late, double work, double drawing) {
    @Override
    public String toString() {
      return "%d, %d late, FX thread %.0f %%, renderer %.0f %% of a core"
          .formatted(frames, late, 100 * work, 100 * drawing);
    }
  }

  private static final class Frames extends AnimationTimer {
    private static final long LATE = 34_000_000;
    private final long fx = thread("JavaFX Application Thread");
    private final long renderer = thread("QuantumRenderer-0");
    private final long begun = System.nanoTime();
    private final long fxBefore = cpu(fx);
    private final long rendererBefore = cpu(renderer);
    private int frames;
    private int late;
    private long last;

    Frames() {
      Fx.run(this::start);
    }

    @Override
    public void handle(long now) {
      frames++;
      late += last != 0 && now - last > LATE ? 1 : 0;
      last = now;
    }

    Measured end() {
      Fx.run(this::stop);
      double passed = System.nanoTime() - begun;
      return new Measured(
          frames, late, (cpu(fx) - fxBefore) / passed, (cpu(renderer) - rendererBefore) / passed);
    }

    private static long thread(String name) {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(t -> t.getName().equals(name))
          .mapToLong(Thread::threadId)
          .findFirst()
          .orElseThrow();
    }

    private static long cpu(long thread) {
      return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }
  }

  private FakeSession working() {
    var session = start();
    session.running(Duration.ofMinutes(12));
    demo.await("terminal");
    return session;
  }

  private void open() {
    demo.press("session-requests");
    demo.await("requests-table");
  }

  private RequestTable table() {
    return (RequestTable) demo.node("requests-table");
  }

  private String focus() {
    return Fx.get(() -> demo.scene.getFocusOwner().getId());
  }
}
