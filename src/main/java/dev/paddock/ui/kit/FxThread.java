package dev.paddock.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * The one door to the FX thread. What a task throws goes to a handler that logs it, so nothing is
 * lost and the thread lives on.
 */
public final class FxThread implements Executor {
  private final Thread.UncaughtExceptionHandler failures;

  /** A door whose failures go to this handler, which must log them. */
  public FxThread(Thread.UncaughtExceptionHandler failures) {
    this.failures = failures;
  }

  /** Runs it later on the FX thread, in the order of the calls. From any thread. */
  @Override
  public void execute(Runnable task) {
    Platform.runLater(() -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        failures.uncaughtException(Thread.currentThread(), e);
      }
    });
  }
}
