package dev.paddock.ui.kit;

import dev.paddock.base.Subscription;
import java.time.Duration;

/** Runs things later. */
@FunctionalInterface
public interface Delays {

  /** Runs the action once on the FX thread, unless the subscription is closed before. */
  Subscription after(Duration delay, Runnable action);
}
