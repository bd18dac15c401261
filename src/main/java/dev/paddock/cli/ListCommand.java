package dev.paddock.cli;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paddock list}: the sessions of this user, of all windows and terminals. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows the running sessions.")
final class ListCommand implements Callable<Integer> {
  private final Part<Sessions> part;
  private final Console console;

  @Option(names = "--json", description = "Prints JSON for programs.")
  private boolean json;

  ListCommand(Part<Sessions> part, Console console) {
    this.part = part;
    this.console = console;
  }

  @Override
  public Integer call() throws ExplainedException, InterruptedException, IOException {
    var sessions = part.get();
    sessions.recover();
    var all = sessions.all();
    if (json) {
      console.out().println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else if (all.isEmpty()) {
      console.out().println("No sessions are running.");
    } else {
      print(all);
    }
    return 0;
  }

  private void print(List<LeaseSummary> all) {
    console.out().printf("%-18s %-9s %8s  %s%n", "SESSION", "STATE", "AGE", "PROJECT");
    var now = Instant.now();
    for (var lease : all) {
      console
          .out()
          .printf(
              "%-18s %-9s %8s  %s%n",
              lease.id(),
              lease.state().toString().toLowerCase(Locale.ROOT),
              age(Duration.between(lease.created(), now)),
              Escaped.text(lease.project().toString(), 1_000));
    }
  }

  private static String age(Duration age) {
    return age.toHours() > 0
        ? String.format(Locale.ROOT, "%dh%02dm", age.toHours(), age.toMinutesPart())
        : String.format(Locale.ROOT, "%dm%02ds", age.toMinutes(), age.toSecondsPart());
  }
}
