package dev.paddock.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** The FX thread, for tests. */
public final class Fx {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Fx() {}

  /** Starts the toolkit, unless another test has done so. */
  public static void start() throws InterruptedException {
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      started.countDown();
    }
    if (!started.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("JavaFX did not start");
    }
    Platform.setImplicitExit(false);
  }

  /** Runs it on the FX thread and waits. */
  public static <T> T get(Callable<T> work) {
    var task = new FutureTask<T>(work);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the FX thread did not answer", e);
    }
  }

  /** Runs it on the FX thread and waits. */
  public static void run(Runnable work) {
    get(() -> {
      work.run();
      return true;
    });
  }

  /** Waits until it is so, looking on the FX thread. */
  public static void until(String what, Callable<Boolean> so) {
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!get(so)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
