package dev.paddock.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.ui.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScriptQuestionsTest {
  private final ScriptQuestions questions = new ScriptQuestions();

  @Test
  void theAskingThreadGetsTheAnswer() throws Exception {
    var allowed = ask();
    questions.answer(firstOf(1), true);
    assertThat(allowed.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(questions.open().get()).isEmpty();
  }

  @Test
  void severalAskAtOnceAndNoneWaitsForAnother() throws Exception {
    var first = ask();
    firstOf(1);
    var second = ask();
    firstOf(2);
    questions.answer(questions.open().get().getLast(), true);
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(first).isNotDone();
    questions.answer(firstOf(1), false);
    assertThat(first.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void onlyTheFirstAnswerCounts() throws Exception {
    var allowed = ask();
    var question = firstOf(1);
    questions.answer(question, false);
    questions.answer(question, true);
    assertThat(allowed.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aQuestionIsWithdrawnWhenItsSessionIsStopped() throws Exception {
    var interrupted = new CompletableFuture<Boolean>();
    var asking =
        Thread.startVirtualThread(() -> {
          try {
            questions.allow(Samples.SCRIPT);
          } catch (InterruptedException e) {
            interrupted.complete(true);
          }
        });
    firstOf(1);
    asking.interrupt();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
    assertThat(questions.open().get()).isEmpty();
  }

  private CompletableFuture<Boolean> ask() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return questions.allow(Samples.SCRIPT);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        Thread::startVirtualThread);
  }

  /** The oldest question, once there are this many. */
  private ScriptQuestion firstOf(int number) throws InterruptedException {
    var there = new CountDownLatch(1);
    try (var _ =
        questions
            .open()
            .subscribe((List<ScriptQuestion> open) -> {
              if (open.size() == number) {
                there.countDown();
              }
            })) {
      assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();
    }
    return questions.open().get().getFirst();
  }
}
