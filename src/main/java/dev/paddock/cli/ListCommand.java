package dev.paddock.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.Escaped;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.proxy.log.RefusedHost;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.NetworkSummary;
import dev.paddock.session.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paddock list}: the sessions of this user, of all windows and terminals. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows the running sessions.")
final class ListCommand implements Callable<Integer> {
  private static final int SHOWN_HOSTS = 5;

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
      console.out().println(json(sessions, all));
    } else if (all.isEmpty()) {
      console.out().println("No sessions are running.");
    } else {
      print(sessions, all);
    }
    return 0;
  }

  private static String json(Sessions sessions, List<LeaseSummary> all)
      throws InterruptedException, IOException {
    var listed = Json.mapper().createArrayNode();
    for (var lease : all) {
      ObjectNode entry = Json.mapper().valueToTree(lease);
      entry.set("network", Json.mapper().valueToTree(sessions.network(lease.id())));
      listed.add(entry);
    }
    return listed.toPrettyString();
  }

  private void print(Sessions sessions, List<LeaseSummary> all) throws InterruptedException {
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
      sessions.network(lease.id()).ifPresent(this::print);
    }
  }

  /** Under its session's line: whether something wanted to get out, and where to read on. */
  private void print(NetworkSummary network) {
    if (network.totals().refused() > 0) {
      var hosts =
          network.refused().stream()
              .sorted(Comparator.comparingLong(RefusedHost::count).reversed())
              .limit(SHOWN_HOSTS)
              .map(h -> (h.host().isEmpty() ? "(no host)" : h.host()) + " x" + h.count())
              .collect(Collectors.joining(", "));
      console.out().printf("  %d refused: %s%n", network.totals().refused(), hosts);
      console.out().printf("  all requests: %s%n", network.log());
    }
  }

  private static String age(Duration age) {
    return age.toHours() > 0
        ? String.format(Locale.ROOT, "%dh%02dm", age.toHours(), age.toMinutesPart())
        : String.format(Locale.ROOT, "%dm%02ds", age.toMinutes(), age.toSecondsPart());
  }
}
