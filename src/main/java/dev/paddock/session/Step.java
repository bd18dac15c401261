package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import java.util.function.Consumer;

/**
 * One step of a start, with its undo. A step keeps what it made, for its undo and for later steps.
 */
interface Step {

  /** Which step it is. */
  StepName name();

  /**
   * Carries it out; blocks; an interrupt means that the session shall end.
   *
   * @param progress takes one line at a time on what it is doing, safe to show
   */
  void run(Consumer<String> progress) throws ExplainedException, InterruptedException;

  /**
   * Takes back what {@link #run} made, also where it failed half-way or was never called; called
   * once, in reverse order, on a thread that is not interrupted.
   */
  void undo() throws ExplainedException, InterruptedException;
}
