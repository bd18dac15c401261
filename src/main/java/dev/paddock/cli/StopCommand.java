package dev.paddock.cli;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.SessionId;
import dev.paddock.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paddock stop}: ends sessions of any window or terminal. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Ends sessions and deletes their VMs.")
final class StopCommand implements Callable<Integer> {
  private final Part<Sessions> part;
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "SESSION", description = "Names as 'list' shows them.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "Ends all of them.")
  private boolean all;

  StopCommand(Part<Sessions> part, Console console) {
    this.part = part;
    this.console = console;
  }

  @Override
  public Integer call() throws ExplainedException, InterruptedException {
    var sessions = part.get();
    sessions.recover();
    ExplainedException failed = null;
    for (var id : chosen(sessions.all().stream().map(LeaseSummary::id).toList())) {
      try {
        sessions.requestStop(id);
        console.out().println("Stopping " + id);
      } catch (ExplainedException e) {
        // The others are to end all the same; the first failure is told last.
        failed = failed == null ? e : failed;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return ExitCode.OK.number();
  }

  private List<SessionId> chosen(List<SessionId> running) throws ExplainedException {
    if (all) {
      return running;
    }
    if (names.isEmpty()) {
      if (running.size() == 1) {
        return running;
      }
      throw new UsageException(
          running.isEmpty() ? "No session is running." : "Which session?",
          running.isEmpty() ? "" : "Name one of " + running + ", or say --all.");
    }
    var ids = new ArrayList<SessionId>();
    for (var name : names) {
      ids.add(
          running.stream()
              .filter(id -> id.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new UsageException(
                      "There is no session of that name.",
                      "'paddock list' shows those that run: " + running + ".",
                      ExitCode.NO_INPUT)));
    }
    return ids;
  }
}
