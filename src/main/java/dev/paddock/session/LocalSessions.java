package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.base.LineSocket;
import dev.paddock.base.Signal;
import dev.paddock.project.RuntimeScripts;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sessions of this user on this machine. */
public final class LocalSessions implements Sessions {
  private final LaunchPlanner planner;
  private final SessionHost host;
  private final Proxies proxies;
  private final LeaseStore leases;
  private final RuntimeScripts scripts;
  private final Clock clock = Clock.systemUTC();
  private final Signal<List<Session>> own = new Signal<>(List.of());

  /** No session runs in this process yet. */
  public LocalSessions(LaunchPlanner planner, SessionHost host, Proxies proxies) {
    this.planner = planner;
    this.host = host;
    this.proxies = proxies;
    this.leases = new LeaseStore(host.folders().state().resolve("leases"));
    this.scripts = new RuntimeScripts(host.folders().state());
  }

  @Override
  public LaunchPlan plan(LaunchRequest request) throws ExplainedException {
    return planner.plan(request);
  }

  @Override
  public Session start(LaunchPlan plan, AgentConsole console, ScriptApproval approval) {
    var session = new LiveSession(plan, clock);
    var steps = SessionSteps.of(session, host, proxies, scripts, console, approval);
    var lease = new LeaseKeeper(leases, Lease.create(plan, clock.instant()));
    var runner = new SessionRunner(session, steps.stages(), steps.agent(), lease, clock);
    own.update(all -> {
      var more = new ArrayList<>(all);
      more.add(session);
      return List.copyOf(more);
    });
    Thread.ofVirtual().name("session " + plan.id()).start(runner::run);
    return session;
  }

  @Override
  public Signal<List<Session>> own() {
    return own;
  }

  @Override
  public void forget(Session session) {
    if (session.status().get().state().isFinal()) {
      own.update(all -> all.stream().filter(s -> !s.equals(session)).toList());
    }
  }

  @Override
  public List<LeaseSummary> all() throws ExplainedException {
    return leases.all().stream().map(Lease::summary).toList();
  }

  @Override
  public Optional<NetworkSummary> network(SessionId id) throws InterruptedException {
    var control = RunFolder.of(host.folders().run(), id).control();
    try {
      var answer = LineSocket.ask(control, RunFolder.NETWORK);
      return Optional.of(Json.mapper().readValue(answer, NetworkSummary.class));
    } catch (IOException e) {
      // A version before this one, or one that is just ending.
      return Optional.empty();
    }
  }

  @Override
  public void requestStop(SessionId id) throws ExplainedException, InterruptedException {
    var folder = RunFolder.of(host.folders().run(), id);
    try {
      if (!LineSocket.ask(folder.control(), RunFolder.STOP).equals(RunFolder.OK)) {
        throw new NotAnsweringException(id);
      }
    } catch (IOException e) {
      throw new NotAnsweringException(id);
    }
  }

  @Override
  public List<SessionId> recover() throws ExplainedException, InterruptedException {
    return new Recovery(leases, host).run();
  }
}
