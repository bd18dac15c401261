package dev.paddock.base;

import java.util.function.Consumer;

/**
 * Runs child processes and waits for them.
 *
 * <p>An interface, so that a test can stand at this boundary with what a real tool once printed.
 * All methods block: call them on a background thread. Interrupting that thread kills the child.
 */
public interface Commands {

  /** Runs to the end, with nothing on standard input. */
  CommandResult run(Command command) throws CommandException, InterruptedException;

  /** Runs to the end, with {@code input} on standard input. */
  CommandResult run(Command command, byte[] input) throws CommandException, InterruptedException;

  /**
   * Runs to the end and hands over each line of standard output and standard error as it comes, on
   * one thread; lines are cut at 4,096 characters. The result's output holds the last of both.
   *
   * @param input written to standard input, then closed
   */
  CommandResult stream(Command command, InputSource input, Consumer<String> line)
      throws CommandException, InterruptedException;
}
