package dev.paddock.cli;

import dev.paddock.base.UserError;
import java.io.PrintStream;

/**
 * Where the command line reads and prints.
 *
 * @param out results, for people and pipes
 * @param err progress and errors
 * @param interactive whether a person sits at a terminal and can be asked
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {

  /** The process's own streams. */
  public static Console system() {
    var console = System.console();
    return new Console(System.out, System.err, console != null && console.isTerminal());
  }

  /** Prints an error's three lines. */
  int print(UserError error) {
    err.println("paddock: " + error.lines());
    return error.code().number();
  }
}
