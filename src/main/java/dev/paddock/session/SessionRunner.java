package dev.paddock.session;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a plan out: one stage after another, then the agent, then every undo in reverse order.
 * The lease is written before each stage and removed last.
 */
final class SessionRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SessionRunner.class);

  private final LiveSession session;
  private final List<Stage> stages;
  private final AgentRun agent;
  private final LeaseKeeper lease;
  private final Clock clock;
  private final Deque<Step> owed = new ArrayDeque<>();

  SessionRunner(
      LiveSession session, List<Stage> stages, AgentRun agent, LeaseKeeper lease, Clock clock) {
    this.session = session;
    this.stages = List.copyOf(stages);
    this.agent = agent;
    this.lease = lease;
    this.clock = clock;
  }

  /** Runs the whole life of the session on the calling thread; throws nothing. */
  void run() {
    session.enter(SessionState.STARTING);
    session.exposeToStop();
    try {
      for (var stage : stages) {
        begin(stage);
        stage.run(this::carryOut);
      }
      session.enter(SessionState.RUNNING);
      lease.enter(SessionState.RUNNING);
      session.exited(agent.run());
    } catch (InterruptedException e) {
      LOG.info("{} was asked to stop", session.plan().id());
    } catch (ExplainedException e) {
      // A stop interrupts also what is being written or waited for, which fails in its own words.
      if (session.stopAsked()) {
        LOG.info("{} was asked to stop: {}", session.plan().id(), e.getMessage());
      } else {
        fail(e);
      }
    } catch (RuntimeException e) {
      LOG.error("Session {} failed", session.plan().id(), e);
      session.failed(bug(e));
    } finally {
      session.shield();
      takeDown();
    }
  }

  private void begin(Stage stage) throws ExplainedException, InterruptedException {
    if (session.stopAsked()) {
      throw new InterruptedException();
    }
    for (var step : stage.steps()) {
      lease.owe(step.name());
      owed.push(step);
    }
  }

  private void carryOut(Step step) throws ExplainedException, InterruptedException {
    var begun = clock.instant();
    session.step(step.name(), StepProgress.Phase.ACTIVE, Duration.ZERO, "");
    try {
      step.run(line ->
          session.step(
              step.name(),
              StepProgress.Phase.ACTIVE,
              Duration.between(begun, clock.instant()),
              line));
    } catch (ExplainedException | InterruptedException | RuntimeException e) {
      session.step(
          step.name(), StepProgress.Phase.FAILED, Duration.between(begun, clock.instant()), "");
      throw e;
    }
    var took = Duration.between(begun, clock.instant());
    session.step(step.name(), StepProgress.Phase.DONE, took, "");
    LOG.info("{}: {} took {} ms", session.plan().id(), step.name(), took.toMillis());
  }

  private void takeDown() {
    session.enter(SessionState.STOPPING);
    session.note("Removing the VM");
    var begun = clock.instant();
    lease.tryEnter(SessionState.STOPPING);
    var clean = true;
    while (!owed.isEmpty()) {
      var step = owed.pop();
      clean &= undo(step);
    }
    if (clean) {
      lease.release();
    }
    LOG.info(
        "{}: taken down in {} ms",
        session.plan().id(),
        Duration.between(begun, clock.instant()).toMillis());
    session.enter(
        session.status().get().failure().isPresent() ? SessionState.FAILED : SessionState.ENDED);
  }

  private boolean undo(Step step) {
    try {
      step.undo();
      lease.trySettle(step.name());
      return true;
    } catch (ExplainedException e) {
      fail(e);
    } catch (InterruptedException | RuntimeException e) {
      LOG.error("Undoing {} of {} failed", step.name(), session.plan().id(), e);
      session.failed(bug(e));
    }
    return false;
  }

  private void fail(ExplainedException e) {
    LOG.info("{}: {}", session.plan().id(), e.getMessage());
    session.failed(e.explain());
  }

  private static UserError bug(Exception e) {
    return new UserError(
        "Paddock made a mistake.",
        "An error occurred that nobody expected.",
        "Please report it with the text below; the log has the rest.",
        ExitCode.BUG,
        e.toString());
  }
}
