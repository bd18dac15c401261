package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import java.util.List;
import java.util.Optional;

/** The sessions of this user: those of this process to watch, all others to list and stop. */
public interface Sessions {

  /**
   * Decides a launch without doing anything; reads the host only.
   *
   * @throws ExplainedException when it could not be started, with the reason
   */
  LaunchPlan plan(LaunchRequest request) throws ExplainedException, InterruptedException;

  /** Starts what was planned, in the background. */
  Session start(LaunchPlan plan, AgentConsole console, ScriptApproval approval);

  /** The sessions of this process, oldest first, ended ones included until {@link #forget}. */
  Signal<List<Session>> own();

  /** Drops an ended session from {@link #own()}. */
  void forget(Session session);

  /** Every session that is written down, of this and other processes. */
  List<LeaseSummary> all() throws ExplainedException;

  /** What a session of any process says of its requests; empty where it does not answer. */
  Optional<NetworkSummary> network(SessionId id) throws InterruptedException;

  /** Asks a session of any process to end, and does not wait for its end. */
  void requestStop(SessionId id) throws ExplainedException, InterruptedException;

  /**
   * Cleans up after sessions whose process died; blocks.
   *
   * @return the names of what was cleaned up
   */
  List<SessionId> recover() throws ExplainedException, InterruptedException;
}
