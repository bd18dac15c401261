package dev.paddock.ui.error;

import dev.paddock.base.Signal;
import dev.paddock.base.UserError;
import dev.paddock.ui.kit.Unexpected;
import java.util.Optional;

/**
 * Takes what no thread caught, logs it and keeps it for the window to show. While one is shown,
 * further ones are only logged: a mistake that repeats itself must not bury the window.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
  private final Signal<Optional<UserError>> shown = new Signal<>(Optional.empty());

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    var error = Unexpected.logged(failure);
    shown.compareAndSet(Optional.empty(), Optional.of(error));
  }

  /** The one to show, or empty. */
  public Signal<Optional<UserError>> shown() {
    return shown;
  }

  /** The person has seen it. */
  public void dismiss() {
    shown.set(Optional.empty());
  }
}
