package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.proxy.log.RefusedHost;
import dev.paddock.proxy.log.RequestTotals;
import dev.paddock.proxy.usage.Tokens;
import dev.paddock.session.LeaseSummary;
import dev.paddock.session.NetworkSummary;
import dev.paddock.session.SessionId;
import dev.paddock.session.SessionState;
import dev.paddock.ui.FakeSessions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ListCommandTest {
  private static final LeaseSummary LEASE =
      new LeaseSummary(
          new SessionId("claude-3fa9c1"),
          "claude",
          Path.of("/home/ada/my-app"),
          SessionState.RUNNING,
          Instant.parse("2026-11-24T08:00:00Z"),
          42);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void showsRefusedHostsMostOftenFirstAndWhereToReadOn() {
    var printed =
        list(
            Optional.of(
                network(new RefusedHost("a.example", 1), new RefusedHost("b.example", 12))));
    assertThat(printed)
        .contains("claude-3fa9c1", "13 refused: b.example x12, a.example x1", "/logs/r.jsonl");
  }

  @Test
  void saysNothingOfASessionThatWasRefusedNothingOrDoesNotAnswer() {
    assertThat(list(Optional.of(network()))).contains("claude-3fa9c1").doesNotContain("refused");
    assertThat(list(Optional.empty())).contains("claude-3fa9c1").doesNotContain("refused");
  }

  @Test
  void jsonHoldsTheSameAndTheSums() throws Exception {
    var printed = list(Optional.of(network(new RefusedHost("a.example", 2))), "--json");
    var session = Json.mapper().readTree(printed).get(0);
    assertThat(session.at("/state").asText()).isEqualTo("RUNNING");
    assertThat(session.at("/network/refused/0/host").asText()).isEqualTo("a.example");
    assertThat(session.at("/network/totals/requests").asLong()).isEqualTo(7);
    assertThat(session.at("/network/log").asText()).isEqualTo("/logs/r.jsonl");
    var silent = Json.mapper().readTree(list(Optional.empty(), "--json")).get(0);
    assertThat(silent.get("network").isNull()).isTrue();
  }

  private String list(Optional<NetworkSummary> network, String... words) {
    out.reset();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    var console = new Console(print, print, false);
    var sessions = new FakeSessions(Instant.now());
    sessions.leases = List.of(LEASE);
    sessions.network = network;
    int code = new CommandLine(new ListCommand(() -> sessions, console)).execute(words);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static NetworkSummary network(RefusedHost... hosts) {
    long refused = List.of(hosts).stream().mapToLong(RefusedHost::count).sum();
    var totals = new RequestTotals(7, refused, 1, 2, new Tokens(3, 4));
    return new NetworkSummary(totals, List.of(hosts), "/logs/r.jsonl");
  }
}
