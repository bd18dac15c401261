package dev.paddock.ui;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.NetworkSummary;
import dev.paddock.session.ScriptApproval;
import dev.paddock.session.Session;
import dev.paddock.session.SessionId;
import dev.paddock.session.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Sessions that begin and end when a test says so. */
public final class FakeSessions implements Sessions {
  private final Signal<List<Session>> own = new Signal<>(List.of());
  private final Instant now;

  /** What was planned, in order. */
  public final List<LaunchRequest> requests = new CopyOnWriteArrayList<>();

  /** What is written down of sessions. */
  public volatile List<LeaseSummary> leases = List.of();

  /** What each of them says of its requests. */
  public volatile Optional<NetworkSummary> network = Optional.empty();

  /** Those that were asked to end. */
  public final List<SessionId> stopped = new CopyOnWriteArrayList<>();

  /** Those that do not answer. */
  public final Set<SessionId> silent = ConcurrentHashMap.newKeySet();

  /** Why planning fails, where it shall. */
  public volatile Optional<ExplainedException> refusal = Optional.empty();

  /** A user without sessions. */
  public FakeSessions(Instant now) {
    this.now = now;
  }

  /** The last one that was started. */
  public FakeSession last() {
    return (FakeSession) own.get().getLast();
  }

  @Override
  public LaunchPlan plan(LaunchRequest request) throws ExplainedException {
    requests.add(request);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return Samples.plan(request, requests.size());
  }

  @Override
  public Session start(LaunchPlan plan, AgentConsole console, ScriptApproval approval) {
    var session = new FakeSession(plan, console, approval, now);
    own.update(before -> Stream.concat(before.stream(), Stream.of(session)).toList());
    return session;
  }

  @Override
  public Signal<List<Session>> own() {
    return own;
  }

  @Override
  public void forget(Session session) {
    own.update(before -> before.stream().filter(s -> !s.equals(session)).toList());
  }

  @Override
  public List<LeaseSummary> all() {
    return leases;
  }

  @Override
  public Optional<NetworkSummary> network(SessionId id) {
    return network;
  }

  @Override
  public void requestStop(SessionId id) throws ExplainedException {
    if (silent.contains(id)) {
      throw Samples.explained(Samples.NO_BOOT);
    }
    stopped.add(id);
  }

  @Override
  public List<SessionId> recover() {
    return List.of();
  }
}
