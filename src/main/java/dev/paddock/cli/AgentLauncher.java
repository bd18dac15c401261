package dev.paddock.cli;

import dev.paddock.agent.Agent;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.NetworkNotice;
import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.Sessions;
import java.nio.file.Path;
import java.util.List;

/** {@code paddock claude} and its like: one session in this terminal, from start to end. */
public final class AgentLauncher {
  private final Sessions sessions;
  private final AgentConsole agentConsole;
  private final Console console;

  /** A launcher for this terminal. */
  public AgentLauncher(Sessions sessions, AgentConsole agentConsole, Console console) {
    this.sessions = sessions;
    this.agentConsole = agentConsole;
    this.console = console;
  }

  /**
   * Runs a session to its end.
   *
   * @return the agent's exit code, or one of {@link ExitCode} where there was none
   */
  public int run(Agent agent, List<String> words) throws InterruptedException {
    try {
      var arguments = AgentArguments.parse(agent, Path.of("").toAbsolutePath(), words);
      if (!arguments.dryRun()) {
        sessions.recover().forEach(id -> console.err().println("Removed what was left of " + id));
      }
      var plan = sessions.plan(arguments.request());
      if (arguments.dryRun()) {
        new PlanPrinter(console.out()).print(plan);
        return ExitCode.OK.number();
      }
      var approval = new TerminalApproval(console, arguments.trustRuntime());
      var session = sessions.start(plan, agentConsole, approval);
      var progress = new ProgressPrinter(console.err(), console.interactive());
      try (var _ = session.status().subscribe(progress::show)) {
        var end = session.await();
        session.network().get().stream()
            .map(AgentLauncher::line)
            .distinct()
            .forEach(console.err()::println);
        return exitCode(end);
      }
    } catch (ExplainedException e) {
      return console.print(e.explain());
    }
  }

  private static String line(NetworkNotice notice) {
    return "Network: " + notice.host() + ": " + notice.text();
  }

  private int exitCode(SessionStatus end) {
    var failure = end.failure();
    if (failure.isPresent()) {
      var code = console.print(failure.get());
      return end.exitCode().orElse(code);
    }
    return end.state() == SessionState.ENDED && end.exitCode().isPresent()
        ? end.exitCode().get()
        : ExitCode.CANCELLED.number();
  }
}
