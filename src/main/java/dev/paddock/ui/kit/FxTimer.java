package dev.paddock.ui.kit;

import dev.paddock.base.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Delays and the time of day for screens. A thread of its own and not a JavaFX timeline, because a
 * running timeline keeps the toolkit drawing sixty times a second.
 */
public final class FxTimer implements Delays, AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ui-timer").factory());
  private final ReadOnlyObjectWrapper<Instant> now;
  private final Executor ui;

  /** Ticks every second until it is closed. */
  public FxTimer(InstantSource time, Executor ui) {
    this.ui = ui;
    this.now = new ReadOnlyObjectWrapper<>(time.instant());
    var _ =
        clock.scheduleAtFixedRate(
            () -> ui.execute(() -> now.set(time.instant())), 1, 1, TimeUnit.SECONDS);
  }

  /** The time, as of the last full second. FX thread only. */
  public ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  @Override
  public Subscription after(Duration delay, Runnable action) {
    var once = clock.schedule(() -> ui.execute(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> once.cancel(false);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
