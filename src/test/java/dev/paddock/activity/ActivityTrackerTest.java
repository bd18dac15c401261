package dev.paddock.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalEvent.AgentActivity;
import dev.paddock.terminal.TerminalEvent.ProgressState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTrackerTest {
  private final ManualClock clock = new ManualClock();
  private ActivityTracker tracker = new ActivityTracker(ActivityRules.of("claude"), clock);

  @ParameterizedTest
  @CsvSource({
    "WORKING, WORKING",
    "BLOCKED, WAITING",
    "IDLE, IDLE",
    "DONE, FINISHED",
    "UNKNOWN, UNKNOWN",
  })
  void believesWhatTheAgentSaysOfItself(AgentActivity said, Activity shown) {
    tracker.told(new TerminalEvent.AgentState(said));
    assertThat(now()).isEqualTo(shown);
  }

  @Test
  void whatTheAgentSaysCountsMoreThanItsTitle() {
    tracker.told(new TerminalEvent.AgentState(AgentActivity.BLOCKED));
    tracker.told(new TerminalEvent.Title("◐ busy"));
    assertThat(now()).isEqualTo(Activity.WAITING);
  }

  @Test
  void aTitleCountsAgainOnceTheAgentSaysNoMore() {
    tracker.told(new TerminalEvent.AgentState(AgentActivity.IDLE));
    tracker.told(new TerminalEvent.AgentState(AgentActivity.UNKNOWN));
    tracker.told(new TerminalEvent.Title("◐ busy"));
    assertThat(now()).isEqualTo(Activity.WORKING);
  }

  /** What it shows itself after the person typed can be a question as well as a prompt. */
  @Test
  void saysNothingAfterThePersonTypedIntoWhatWaited() {
    tracker.told(new TerminalEvent.Title("◐ busy"));
    tracker.told(new TerminalEvent.Title("✳ ready"));
    assertThat(now()).isEqualTo(Activity.WAITING);
    tracker.typed();
    assertThat(now()).isEqualTo(Activity.UNKNOWN);
    tracker.told(new TerminalEvent.Title("✳ ready"));
    assertThat(now()).isEqualTo(Activity.UNKNOWN);
  }

  @Test
  void aQuestionThatTheAgentTellsStaysOpenWhileThePersonTypes() {
    tracker.told(new TerminalEvent.AgentState(AgentActivity.BLOCKED));
    tracker.typed();
    assertThat(now()).isEqualTo(Activity.WAITING);
  }

  @Test
  void doesNotBelieveInWorkWithoutASingleByteForLong() {
    tracker.told(new TerminalEvent.Title("◐ busy"));
    tracker.wrote();
    clock.pass(Duration.ofSeconds(29));
    tracker.tick();
    assertThat(now()).isEqualTo(Activity.WORKING);
    clock.pass(Duration.ofSeconds(2));
    tracker.tick();
    assertThat(now()).isEqualTo(Activity.UNKNOWN);
  }

  @Test
  void aStrangeTitleChangesNothing() {
    tracker.told(new TerminalEvent.Title("◐ busy"));
    tracker.told(new TerminalEvent.Title("working ◐ ✳"));
    assertThat(now()).isEqualTo(Activity.WORKING);
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, WORKING",
    "INDETERMINATE, WORKING",
    "PAUSED, WAITING",
    "FAILED, FAILED",
    "NONE, IDLE",
  })
  void readsProgress(ProgressState told, Activity shown) {
    tracker.told(new TerminalEvent.Progress(told, 10));
    assertThat(now()).isEqualTo(shown);
  }

  @Test
  void aBellAsksForThePersonUnlessItAnswersAKey() {
    tracker.typed();
    tracker.told(new TerminalEvent.Bell());
    assertThat(now()).isEqualTo(Activity.UNKNOWN);
    clock.pass(Duration.ofSeconds(5));
    tracker.told(new TerminalEvent.Bell());
    assertThat(now()).isEqualTo(Activity.WAITING);
  }

  @Test
  void theBellOfAShellMeansNothing() {
    tracker = new ActivityTracker(ActivityRules.of("shell"), clock);
    tracker.typed();
    clock.pass(Duration.ofSeconds(5));
    tracker.told(new TerminalEvent.Bell());
    assertThat(now()).isEqualTo(Activity.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"0, FINISHED", "1, FAILED", "255, FAILED"})
  void nothingIsBelievedAfterTheEnd(int exit, Activity shown) {
    tracker.ended(exit);
    tracker.told(new TerminalEvent.AgentState(AgentActivity.WORKING));
    tracker.wrote();
    tracker.typed();
    clock.pass(Duration.ofMinutes(1));
    tracker.tick();
    assertThat(now()).isEqualTo(shown);
  }

  private Activity now() {
    return tracker.activity().get();
  }
}
