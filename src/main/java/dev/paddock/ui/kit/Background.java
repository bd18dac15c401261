package dev.paddock.ui.kit;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Subscription;
import dev.paddock.base.UserError;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Runs blocking work away from the FX thread and brings the result back to it.
 *
 * @param workers where the work runs
 * @param ui where results are delivered, in order: the FX thread
 */
public record Background(Executor workers, Executor ui) {

  /**
   * Starts the work. Exactly one of the two consumers is called, on the FX thread, unless the
   * returned subscription is closed before: that interrupts the work and drops its result.
   */
  public <T> Subscription run(
      Callable<? extends T> work, Consumer<? super T> done, Consumer<? super UserError> failed) {
    var job = new Job<T>(work, done, failed);
    workers.execute(job.task);
    return job::cancel;
  }

  private final class Job<T> {
    private final Callable<? extends T> work;
    private final Consumer<? super T> done;
    private final Consumer<? super UserError> failed;
    private final FutureTask<Boolean> task;
    private volatile boolean dropped;

    Job(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super UserError> failed) {
      this.work = work;
      this.done = done;
      this.failed = failed;
      this.task = new FutureTask<>(this::work, true);
    }

    private void work() {
      try {
        var result = work.call();
        deliver(() -> done.accept(result));
      } catch (ExplainedException e) {
        deliver(() -> failed.accept(e.explain()));
      } catch (InterruptedException e) {
        // Only cancel() interrupts a worker, and then nobody waits for the result.
        dropped = true;
      } catch (Exception | Error e) {
        var error = Unexpected.logged(e);
        deliver(() -> failed.accept(error));
      }
    }

    private void deliver(Runnable result) {
      ui.execute(() -> {
        if (!dropped) {
          result.run();
        }
      });
    }

    private void cancel() {
      dropped = true;
      task.cancel(true);
    }
  }
}
