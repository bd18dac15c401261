package dev.paddock.ui;

import dev.paddock.base.Subscription;
import dev.paddock.ui.kit.Delays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Delays that pass when a test says so. */
public final class ManualDelays implements Delays {
  private final List<Runnable> waiting = new ArrayList<>();

  @Override
  public Subscription after(Duration delay, Runnable action) {
    waiting.add(action);
    return () -> waiting.remove(action);
  }

  /** Lets the time pass. */
  public void pass() {
    var due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }
}
