package dev.paddock.cli;

import dev.paddock.base.ExplainedException;
import dev.paddock.session.AgentConsole;
import dev.paddock.terminal.InheritedConsole;
import dev.paddock.terminal.TerminalEnvironment;
import java.util.List;
import java.util.Map;

/** Runs agents on the terminal, or the pipes, that this process was started with. */
public final class CommandLineConsole implements AgentConsole {
  private final Map<String, String> environment;
  private final InheritedConsole inherited;

  /** A console; {@code environment} is this process's. */
  public CommandLineConsole(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.inherited = new InheritedConsole(TerminalEnvironment.hostOfCommandLine(environment));
  }

  @Override
  public boolean isTerminal() {
    return inherited.isTerminal();
  }

  @Override
  public Map<String, String> guestEnvironment() {
    return isTerminal() ? TerminalEnvironment.guestOfCommandLine(environment) : Map.of();
  }

  @Override
  public int run(List<String> argv) throws ExplainedException, InterruptedException {
    return inherited.run(argv);
  }
}
