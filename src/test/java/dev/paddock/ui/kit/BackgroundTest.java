package dev.paddock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.ExitCode;
import dev.paddock.base.UserError;
import dev.paddock.ui.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final List<Object> results = new ArrayList<>();
  private final Deque<Runnable> queued = new ArrayDeque<>();
  private final Background direct = new Background(Runnable::run, Runnable::run);

  @Test
  void deliversTheResult() {
    direct.run(() -> "done", results::add, results::add);
    assertThat(results).containsExactly("done");
  }

  @Test
  void explainsAnExpectedFailure() {
    direct.run(
        () -> {
          throw Samples.explained(Samples.NO_TEMPLATE);
        },
        results::add,
        results::add);
    assertThat(results).containsExactly(Samples.NO_TEMPLATE);
  }

  @Test
  void explainsABugWithItsTraceAsDetail() {
    direct.run(
        () -> {
          throw new IllegalStateException("a bug");
        },
        results::add,
        results::add);
    assertThat(results).hasSize(1);
    var error = (UserError) results.getFirst();
    assertThat(error.code()).isEqualTo(ExitCode.BUG);
    assertThat(error.lines()).doesNotContain("a bug");
    assertThat(error.detail()).contains("IllegalStateException: a bug");
  }

  @Test
  void dropsTheResultOfWorkThatNobodyWaitsFor() {
    var background = new Background(Runnable::run, queued::add);
    var job = background.run(() -> "done", results::add, results::add);
    job.close();
    queued.forEach(Runnable::run);
    assertThat(results).isEmpty();
  }

  @Test
  void interruptsWorkThatNobodyWaitsFor() throws Exception {
    var interrupted = new AtomicBoolean();
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var background = new Background(Thread::startVirtualThread, queued::add);
    var job =
        background.run(
            () -> {
              begun.countDown();
              try {
                return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
              } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
              } finally {
                over.countDown();
              }
            },
            results::add,
            results::add);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    job.close();
    assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted).isTrue();
    assertThat(results).isEmpty();
  }
}
