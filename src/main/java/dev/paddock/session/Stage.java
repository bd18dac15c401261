package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Steps that need nothing of each other and are carried out side by side. */
record Stage(List<Step> steps) {

  /** Carries one step out. */
  interface Work {
    void carryOut(Step step) throws ExplainedException, InterruptedException;
  }

  Stage {
    steps = List.copyOf(steps);
  }

  static Stage of(Step... steps) {
    return new Stage(List.of(steps));
  }

  /**
   * Returns when all steps are done. The first failure, or an interrupt of the calling thread,
   * interrupts the others, and is thrown when they have ended too.
   */
  void run(Work work) throws ExplainedException, InterruptedException {
    if (steps.size() == 1) {
      work.carryOut(steps.getFirst());
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended = new ExecutorCompletionService<Void>(threads);
      for (var step : steps) {
        ended.submit(() -> {
          work.carryOut(step);
          return null;
        });
      }
      try {
        for (int i = 0; i < steps.size(); i++) {
          ended.take().get();
        }
      } catch (ExecutionException | InterruptedException e) {
        threads.shutdownNow();
        throw failure(e);
      }
    }
  }

  /** Throws it where it is one that the caller must handle, and returns it where not. */
  private static RuntimeException failure(Exception e)
      throws ExplainedException, InterruptedException {
    return switch (e instanceof ExecutionException ? e.getCause() : e) {
      case ExplainedException explained -> throw explained;
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException bug -> bug;
      case null, default -> new IllegalStateException(e);
    };
  }
}
