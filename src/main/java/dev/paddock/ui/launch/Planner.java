package dev.paddock.ui.launch;

import dev.paddock.base.ExplainedException;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;

/** Decides a launch without doing anything. */
@FunctionalInterface
public interface Planner {

  /**
   * Reads the host and decides; blocks.
   *
   * @throws ExplainedException when it could not be started, with the reason
   */
  LaunchPlan plan(LaunchRequest request) throws ExplainedException, InterruptedException;
}
