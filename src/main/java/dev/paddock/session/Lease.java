package dev.paddock.session;

import dev.paddock.base.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What exists of a session, written to disk before it exists, so that after a {@code kill -9} the
 * next start knows what to remove.
 *
 * @param version of this file's form
 * @param id the session's name, which is its VM's name too
 * @param agent such as {@code claude}
 * @param project the project's folder
 * @param created when it was asked for
 * @param owner the process that runs the session
 * @param state where it is in its life
 * @param owed the steps that were begun and not undone yet, oldest first
 */
record Lease(
    int version,
    String id,
    String agent,
    Path project,
    Instant created,
    ProcessIdentity owner,
    SessionState state,
    List<StepName> owed) {
  static final int VERSION = 1;

  Lease {
    owed = List.copyOf(owed);
  }

  static Lease create(LaunchPlan plan, Instant now) {
    return new Lease(
        VERSION,
        plan.id().name(),
        plan.agent().id(),
        plan.project(),
        now,
        ProcessIdentity.self(),
        SessionState.STARTING,
        List.of());
  }

  SessionId sessionId() {
    return new SessionId(id);
  }

  Lease in(SessionState next) {
    return new Lease(version, id, agent, project, created, owner, next, owed);
  }

  Lease owing(StepName step) {
    var more = new ArrayList<>(owed);
    more.add(step);
    return new Lease(version, id, agent, project, created, owner, state, more);
  }

  Lease settled(StepName step) {
    var fewer = new ArrayList<>(owed);
    fewer.remove(step);
    return new Lease(version, id, agent, project, created, owner, state, fewer);
  }

  LeaseSummary summary() {
    return new LeaseSummary(sessionId(), agent, project, state, created, owner.pid());
  }
}
