package dev.paddock.session;

import dev.paddock.base.ExplainedException;

/** The agent's own life in a VM that is ready. */
@FunctionalInterface
interface AgentRun {

  /**
   * Runs the agent and waits for its end; an interrupt hangs it up.
   *
   * @return its exit code
   * @throws ExplainedException when the VM or the connection was lost
   */
  int run() throws ExplainedException, InterruptedException;
}
