package dev.paddock.ui;

import dev.paddock.base.Signal;
import dev.paddock.base.UserError;
import dev.paddock.proxy.TrafficMeter;
import dev.paddock.proxy.log.RequestHistory;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.NetworkNotice;
import dev.paddock.session.ScriptApproval;
import dev.paddock.session.Session;
import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.StepName;
import dev.paddock.session.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A session that a test moves along by hand; a stop ends it at once. */
public final class FakeSession implements Session {
  private static final List<StepName> NAMES = List.of(StepName.values());

  private final LaunchPlan plan;
  private final Instant now;
  private final Signal<SessionStatus> status;
  private final Signal<List<NetworkNotice>> network = new Signal<>(List.of());
  private final AtomicLong clock = new AtomicLong();
  private final RequestHistory requests = new RequestHistory(new TrafficMeter(clock::get));
  private final CountDownLatch over = new CountDownLatch(1);

  /** Where its agent was told to draw. */
  public final AgentConsole console;

  /** Whom it asks before a script. */
  public final ScriptApproval approval;

  /** A session that is planned. */
  public FakeSession(LaunchPlan plan, AgentConsole console, ScriptApproval approval, Instant now) {
    this.plan = plan;
    this.console = console;
    this.approval = approval;
    this.now = now;
    status = new Signal<>(status(SessionState.PLANNED, -1, "", "", now));
  }

  /** In the middle of its start. */
  public void starting(StepName step, String detail) {
    status.set(
        status(SessionState.STARTING, NAMES.indexOf(step), detail, detail, now.minusSeconds(9)));
  }

  /** The agent is at work, since a while. */
  public void running(Duration since) {
    status.set(status(SessionState.RUNNING, NAMES.size(), "", "", now.minus(since)));
  }

  /** The agent has ended by itself. */
  public void ended(int code) {
    end(
        new SessionStatus(
            SessionState.ENDED, now, steps(99, ""), "", Optional.of(code), Optional.empty()));
  }

  /** Failed in this step; after the last one, while the agent was at work. */
  public void failed(int step, UserError error) {
    var steps =
        steps(step, "").stream()
            .map(s ->
                s.phase() == StepProgress.Phase.ACTIVE
                    ? new StepProgress(s.name(), StepProgress.Phase.FAILED, s.took(), "")
                    : s)
            .toList();
    end(
        new SessionStatus(
            SessionState.FAILED, now, steps, "", Optional.empty(), Optional.of(error)));
  }

  /** A request was refused. */
  public void refused(String host, String text) {
    network.update(before -> {
      var notice = new NetworkNotice(now, host, text, 1);
      return java.util.stream.Stream.concat(before.stream(), java.util.stream.Stream.of(notice))
          .toList();
    });
  }

  /** So much went over the wire in this second, which then is over. */
  public void passed(long sent, long received) {
    requests.meter().sent(sent);
    requests.meter().received(received);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
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
  public void stop() {
    var before = status.get();
    end(
        new SessionStatus(
            SessionState.ENDED, now, before.steps(), "", Optional.empty(), Optional.empty()));
  }

  @Override
  public SessionStatus await() throws InterruptedException {
    over.await();
    return status.get();
  }

  private void end(SessionStatus last) {
    status.set(last);
    over.countDown();
  }

  private static SessionStatus status(
      SessionState state, int step, String detail, String note, Instant since) {
    return new SessionStatus(
        state, since, steps(step, detail), note, Optional.empty(), Optional.empty());
  }

  private static List<StepProgress> steps(int active, String detail) {
    return NAMES.stream().map(name -> step(name, active, detail)).toList();
  }

  private static StepProgress step(StepName name, int active, String detail) {
    var at = NAMES.indexOf(name);
    var took = Duration.ofMillis(40 + 1300L * at * at);
    if (at < active) {
      return new StepProgress(name, StepProgress.Phase.DONE, took, "");
    }
    return at == active
        ? new StepProgress(name, StepProgress.Phase.ACTIVE, took, detail)
        : new StepProgress(name, StepProgress.Phase.WAITING, Duration.ZERO, "");
  }
}
