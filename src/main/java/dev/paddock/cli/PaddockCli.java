package dev.paddock.cli;

import dev.paddock.agent.Agents;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line: finds the command, runs it, turns its outcome into an exit code. */
public final class PaddockCli {
  private static final Logger LOG = LoggerFactory.getLogger(PaddockCli.class);

  private final Agents agents;
  private final CliParts parts;
  private final Console console;

  /** A command line over these parts. */
  public PaddockCli(Agents agents, CliParts parts, Console console) {
    this.agents = agents;
    this.parts = parts;
    this.console = console;
  }

  /** Runs a command to its end; returns the process's exit code. */
  public int run(List<String> words) {
    var agent = words.isEmpty() ? null : agents.find(words.getFirst()).orElse(null);
    try {
      if (agent == null) {
        return commandLine().execute(words.toArray(String[]::new));
      }
      var chosen = AgentWords.of(agent, words.subList(1, words.size()));
      return new AgentLauncher(parts.sessions(), parts.agentConsole(), console)
          .run(chosen.agent(), chosen.words());
    } catch (InterruptedException e) {
      return ExitCode.CANCELLED.number();
    } catch (ExplainedException e) {
      return console.print(e.explain());
    } catch (RuntimeException e) {
      return bug(e);
    }
  }

  private CommandLine commandLine() {
    var line = new CommandLine(new PaddockCommand());
    line.addSubcommand(new SetupCommand(parts::templateBuilder, agents, console));
    for (var agent : agents.all()) {
      line.addSubcommand(agent.id(), AgentCommandHelp.of(agent));
    }
    line.addSubcommand(new ListCommand(parts::sessions, console));
    line.addSubcommand(new StopCommand(parts::sessions, console));
    line.addSubcommand(new DoctorCommand(parts::doctor, console));
    line.addSubcommand(new ProxyCommand(parts, console));
    line.addSubcommand("app", window());
    line.setExecutionExceptionHandler((e, command, result) -> failed(e));
    line.setParameterExceptionHandler((e, words) -> {
      console.err().println("paddock: " + e.getMessage());
      console.err().println("'paddock --help' shows the commands and their flags.");
      return ExitCode.USAGE.number();
    });
    return line;
  }

  /** Only for the help: the window is opened before anything is parsed. */
  private static CommandSpec window() {
    var spec = CommandSpec.create().name("app");
    spec.usageMessage().description("Opens the window, for a project folder where one is given.");
    return spec;
  }

  private int failed(Exception e) {
    return switch (e) {
      case ExplainedException explained -> console.print(explained.explain());
      case InterruptedException interrupted -> ExitCode.CANCELLED.number();
      default -> bug(e);
    };
  }

  private int bug(Exception e) {
    LOG.error("The command failed", e);
    return console.print(
        new UserError(
            "Paddock made a mistake: " + e + ".",
            "An error occurred that nobody expected.",
            "Please report it; the log has the rest.",
            ExitCode.BUG));
  }
}
