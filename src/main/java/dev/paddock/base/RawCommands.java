package dev.paddock.base;

/**
 * Runs child processes that read or print a secret.
 *
 * <p>Apart from {@link Commands}, because few need it: what they print never becomes a text object.
 */
@FunctionalInterface
public interface RawCommands {

  /**
   * Runs to the end with {@code input} on standard input. Blocks; interrupting the thread kills the
   * child.
   *
   * @return its output, for the caller to close
   */
  RawResult read(Command command, byte[] input) throws CommandException, InterruptedException;
}
