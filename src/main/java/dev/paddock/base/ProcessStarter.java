package dev.paddock.base;

/**
 * Starts child processes that outlive the call.
 *
 * <p>Apart from {@link Commands}, because few need it: a test can stand at this boundary with a
 * child that ends when the test says so.
 */
public interface ProcessStarter {

  /**
   * Starts a child with nothing on standard input; the command's time limit does not apply.
   *
   * <p>Ctrl+C in a terminal goes to every process of the foreground group, so the child is started
   * with INT, QUIT and HUP ignored: it ends when its owner closes it, not when a person interrupts
   * the agent.
   */
  ChildProcess start(Command command) throws CommandException;
}
