package dev.paddock.session;

import dev.paddock.base.Signal;
import dev.paddock.base.UserError;
import dev.paddock.proxy.log.RequestHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A session of this process, as its runner writes it and everybody else watches it. */
final class LiveSession implements Session {
  private static final int MAX_NOTICES = 200;

  private final LaunchPlan plan;
  private final Clock clock;
  private final Signal<SessionStatus> status;
  private final Signal<List<NetworkNotice>> network = new Signal<>(List.of());
  private final RequestHistory requests = new RequestHistory();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean stopAsked;
  private @Nullable Thread runner;

  LiveSession(LaunchPlan plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
    this.status = new Signal<>(SessionStatus.planned(clock.instant()));
  }

  @Override
  public LaunchPlan plan() {
    return plan;
  }

  @Override
  public Signal<SessionStatus> status() {
    return status;
  }

  @Override
  public Signal<List<NetworkNotice>> network() {
    return network;
  }

  @Override
  public RequestHistory requests() {
    return requests;
  }

  @Override
  public synchronized void stop() {
    stopAsked = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  @Override
  public SessionStatus await() throws InterruptedException {
    over.await();
    return status.get();
  }

  /** From now until {@link #shield} a stop interrupts the calling thread. */
  synchronized void exposeToStop() {
    runner = Thread.currentThread();
    if (stopAsked) {
      runner.interrupt();
    }
  }

  /** From now on a stop no longer interrupts; a pending interrupt is forgotten. */
  synchronized void shield() {
    runner = null;
    Thread.interrupted();
  }

  synchronized boolean stopAsked() {
    return stopAsked;
  }

  /** Moves to the next state; a move that the life of a session does not allow is a bug. */
  void enter(SessionState next) {
    status.update(s -> {
      if (!s.state().mayBecome(next)) {
        throw new IllegalStateException(s.state() + " cannot become " + next);
      }
      return new SessionStatus(next, clock.instant(), s.steps(), "", s.exitCode(), s.failure());
    });
    if (next.isFinal()) {
      over.countDown();
    }
  }

  void step(StepName name, StepProgress.Phase phase, Duration took, String detail) {
    var progress = new StepProgress(name, phase, took, detail);
    status.update(s -> {
      var steps = new ArrayList<>(s.steps());
      steps.replaceAll(p -> p.name() == name && !p.over() ? progress : p);
      var active = phase == StepProgress.Phase.ACTIVE && steps.contains(progress);
      return with(s, steps, active ? detail.isEmpty() ? name.label() : detail : s.note());
    });
  }

  void note(String text) {
    status.update(s -> with(s, s.steps(), text));
  }

  void exited(int code) {
    change(s ->
        new SessionStatus(
            s.state(), s.since(), s.steps(), s.note(), Optional.of(code), s.failure()));
  }

  /** The first failure is the one that a person is told. */
  void failed(UserError error) {
    change(s ->
        s.failure().isPresent()
            ? s
            : new SessionStatus(
                s.state(), s.since(), s.steps(), s.note(), s.exitCode(), Optional.of(error)));
  }

  /** Adds it; one that counts on takes the place of the one before. */
  void notice(NetworkNotice notice) {
    network.update(old -> {
      var all = new ArrayList<>(old);
      if (notice.count() > 1) {
        all.stream().filter(notice::same).reduce((a, b) -> b).ifPresent(all::remove);
      }
      all.add(notice);
      return List.copyOf(all.size() > MAX_NOTICES ? all.subList(1, all.size()) : all);
    });
  }

  private void change(UnaryOperator<SessionStatus> change) {
    status.update(change);
  }

  private static SessionStatus with(SessionStatus s, List<StepProgress> steps, String note) {
    return new SessionStatus(s.state(), s.since(), steps, note, s.exitCode(), s.failure());
  }
}
