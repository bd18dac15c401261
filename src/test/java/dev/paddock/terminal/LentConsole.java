package dev.paddock.terminal;

import java.util.List;

/** A program of its own that lends its console, for tests that end it by a signal. */
final class LentConsole {
  private LentConsole() {}

  public static void main(String[] args) throws Exception {
    var environment = TerminalEnvironment.hostOfCommandLine(System.getenv());
    System.exit(new InheritedConsole(environment).run(List.of(args)));
  }
}
