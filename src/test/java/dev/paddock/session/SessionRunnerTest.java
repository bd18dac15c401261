package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.CancelledException;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionRunnerTest {
  @TempDir Path folder;

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final LiveSession session =
      new LiveSession(Plans.claudeOn(Path.of("/p")), Clock.systemUTC());

  @Test
  void runsStepsInOrderThenTheAgentThenUndoesBackwards() throws Exception {
    run(steps(), () -> 3);
    assertThat(events)
        .containsExactly(
            "LEASE",
            "CLONE",
            "PROXY",
            "BOOT",
            "CONNECT",
            "PREPARE",
            "-PREPARE",
            "-CONNECT",
            "-BOOT",
            "-PROXY",
            "-CLONE",
            "-LEASE");
    assertThat(session.await().state()).isEqualTo(SessionState.ENDED);
    assertThat(session.await().exitCode()).contains(3);
    assertThat(leases()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StepName.class)
  void undoesTheFailedStepAndAllBeforeIt(StepName failing) throws Exception {
    run(
        steps(
            failing,
            () -> {
              throw new CancelledException("Trying");
            }),
        () -> {
          throw new AssertionError("the agent must not run");
        });
    var begun = Stream.of(StepName.values()).filter(s -> s.compareTo(failing) <= 0).toList();
    assertThat(events).startsWith(begun.stream().map(Enum::name).toArray(String[]::new));
    assertThat(events.subList(begun.size(), events.size()))
        .containsExactlyElementsOf(begun.reversed().stream().map(s -> "-" + s.name()).toList());
    assertThat(session.await().state()).isEqualTo(SessionState.FAILED);
    assertThat(session.await().failure().orElseThrow().code()).isEqualTo(ExitCode.CANCELLED);
    assertThat(leases()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StepName.class)
  void aStopDuringAnyStepTakesDownWhatIsThere(StepName slow) throws Exception {
    var reached = new CountDownLatch(1);
    var runner =
        runner(
            steps(
                slow,
                () -> {
                  reached.countDown();
                  new CountDownLatch(1).await();
                }),
            () -> 0);
    var thread = Thread.ofVirtual().start(runner::run);
    reached.await();
    session.stop();
    thread.join();
    assertThat(session.await().state()).isEqualTo(SessionState.ENDED);
    assertThat(session.await().exitCode()).isEmpty();
    assertThat(events).contains("-" + slow.name(), "-LEASE");
    assertThat(leases()).isEmpty();
  }

  @Test
  void aStopBeforeTheStartStartsNothing() throws Exception {
    session.stop();
    run(steps(), () -> 0);
    assertThat(events).isEmpty();
    assertThat(session.await().state()).isEqualTo(SessionState.ENDED);
  }

  @Test
  void theLeaseNamesEachStepBeforeItRuns() throws Exception {
    var owed = new ArrayList<List<StepName>>();
    run(
        steps(StepName.BOOT, () -> owed.add(store().all().getFirst().owed())),
        () -> {
          assertThat(store().all().getFirst().state()).isEqualTo(SessionState.RUNNING);
          return 0;
        });
    assertThat(owed)
        .containsExactly(List.of(StepName.LEASE, StepName.CLONE, StepName.PROXY, StepName.BOOT));
  }

  @Test
  void keepsTheLeaseWhenAnUndoFails() throws Exception {
    var stubborn =
        new FakeStep(StepName.CLONE, () -> {}) {
          @Override
          public void undo() throws ExplainedException {
            throw new CancelledException("Deleting");
          }
        };
    run(List.of(stubborn), () -> 0);
    assertThat(leases())
        .singleElement()
        .satisfies(l -> assertThat(l.owed()).contains(StepName.CLONE));
    assertThat(session.await().state()).isEqualTo(SessionState.FAILED);
  }

  /** An interrupt makes a file's channel fail as a full disk does. */
  @Test
  void whatFailsBecauseOfAStopIsNoFailure() throws Exception {
    run(
        steps(
            StepName.CLONE,
            () -> {
              session.stop();
              throw new CancelledException("Writing");
            }),
        () -> 0);
    assertThat(session.await().failure()).isEmpty();
    assertThat(session.await().state()).isEqualTo(SessionState.ENDED);
  }

  @Test
  void aStepThatIsOverStaysSo() throws Exception {
    session.step(StepName.BOOT, StepProgress.Phase.DONE, Duration.ZERO, "");
    session.step(StepName.BOOT, StepProgress.Phase.ACTIVE, Duration.ZERO, "a late line");
    var status = session.status().get();
    assertThat(status.steps())
        .filteredOn(s -> s.name() == StepName.BOOT)
        .singleElement()
        .satisfies(s -> assertThat(s.phase()).isEqualTo(StepProgress.Phase.DONE));
    assertThat(status.note()).isEmpty();
  }

  @Test
  void stepsOfOneStageRunSideBySide() throws Exception {
    var met = new CyclicBarrier(2);
    Action meet =
        () -> {
          try {
            met.await(30, TimeUnit.SECONDS);
          } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
        };
    var stage = Stage.of(new FakeStep(StepName.PROXY, meet), new FakeStep(StepName.BOOT, meet));
    runStages(List.of(stage), () -> 0);
    assertThat(events)
        .containsExactlyInAnyOrder("PROXY", "BOOT", "-BOOT", "-PROXY")
        .endsWith("-BOOT", "-PROXY");
    assertThat(session.await().failure()).isEmpty();
  }

  @Test
  void aFailureEndsTheOtherStepsOfItsStageBeforeTheUndo() throws Exception {
    var waiting = new CountDownLatch(1);
    var failing =
        new FakeStep(
            StepName.PROXY,
            () -> {
              waiting.await();
              throw new CancelledException("Trying");
            });
    var slow =
        new FakeStep(
            StepName.BOOT,
            () -> {
              try {
                waiting.countDown();
                new CountDownLatch(1).await();
              } finally {
                events.add("ended");
              }
            });
    runStages(List.of(Stage.of(failing, slow)), () -> 0);
    assertThat(events).endsWith("ended", "-BOOT", "-PROXY");
    assertThat(session.await().failure().orElseThrow().code()).isEqualTo(ExitCode.CANCELLED);
  }

  @Test
  void aBugIsToldAsOneAndStillCleansUp() throws Exception {
    run(
        steps(
            StepName.PROXY,
            () -> {
              throw new IllegalStateException("oops");
            }),
        () -> 0);
    assertThat(session.await().failure().orElseThrow().code()).isEqualTo(ExitCode.BUG);
    assertThat(events).endsWith("-PROXY", "-CLONE", "-LEASE");
  }

  private void run(List<Step> steps, AgentRun agent) throws InterruptedException {
    var thread = Thread.ofVirtual().start(runner(steps, agent)::run);
    thread.join();
  }

  private void runStages(List<Stage> stages, AgentRun agent) throws InterruptedException {
    var thread = Thread.ofVirtual().start(stageRunner(stages, agent)::run);
    thread.join();
  }

  private SessionRunner runner(List<Step> steps, AgentRun agent) {
    return stageRunner(steps.stream().map(Stage::of).toList(), agent);
  }

  private SessionRunner stageRunner(List<Stage> stages, AgentRun agent) {
    var clock = Clock.systemUTC();
    var lease = new LeaseKeeper(store(), Lease.create(session.plan(), clock.instant()));
    return new SessionRunner(session, stages, agent, lease, clock);
  }

  private LeaseStore store() {
    return new LeaseStore(folder);
  }

  private List<Lease> leases() throws LeaseException {
    return store().all();
  }

  private List<Step> steps() {
    return steps(StepName.LEASE, () -> {});
  }

  private List<Step> steps(StepName special, Action action) {
    return Stream.of(StepName.values())
        .<Step>map(n -> new FakeStep(n, n == special ? action : () -> {}))
        .toList();
  }

  private interface Action {
    void run() throws ExplainedException, InterruptedException;
  }

  private class FakeStep implements Step {
    private final StepName name;
    private final Action action;

    FakeStep(StepName name, Action action) {
      this.name = name;
      this.action = action;
    }

    @Override
    public StepName name() {
      return name;
    }

    @Override
    public void run(Consumer<String> progress) throws ExplainedException, InterruptedException {
      events.add(name.name());
      action.run();
    }

    @Override
    public void undo() throws ExplainedException {
      events.add("-" + name.name());
    }
  }
}
