package dev.paddock.session;

import dev.paddock.project.RuntimeScript;

/** Asks a person whether a project's {@code .claude-vm.runtime.sh} may run. */
public interface ScriptApproval {

  /**
   * Shows a script that is new or changed since it was last allowed, and waits for the answer;
   * blocks, never called on a toolkit's thread.
   *
   * @return whether it may run, now and until it changes
   */
  boolean allow(RuntimeScript script) throws InterruptedException;
}
