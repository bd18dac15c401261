package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.base.LineSocket;
import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.log.RefusedHost;
import dev.paddock.proxy.log.RequestLogs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlAnswersTest {
  @TempDir Path folder;

  private final LiveSession session =
      new LiveSession(Plans.claudeOn(Path.of("/p")), Clock.systemUTC());

  @Test
  void tellsAnotherProcessWhatWasRefused() throws Exception {
    refuse("evil.example", 3);
    refuse("\u00fcn\u00ef.example", 1);
    var summary = ask();
    assertThat(summary.refused())
        .containsExactly(
            new RefusedHost("evil.example", 3), new RefusedHost("\u00fcn\u00ef.example", 1));
    assertThat(summary.totals().refused()).isEqualTo(4);
    assertThat(summary.log()).isEqualTo(folder.resolve("requests-x.jsonl").toString());
  }

  /** The answer is one line of limited length, whatever names a guest invents. */
  @Test
  void answersWithinALineHoweverMuchWasRefused() throws Exception {
    for (int i = 0; i < 5000; i++) {
      refuse(i + "x".repeat(190), 1);
    }
    assertThat(ask().refused()).hasSize(100);
  }

  @Test
  void stopsTheSessionAndKnowsNothingElse() {
    assertThat(answers().apply("rm -rf")).isEqualTo("unknown");
    assertThat(session.stopAsked()).isFalse();
    assertThat(answers().apply(RunFolder.STOP)).isEqualTo(RunFolder.OK);
    assertThat(session.stopAsked()).isTrue();
  }

  private void refuse(String host, int times) {
    for (int i = 0; i < times; i++) {
      session
          .requests()
          .take(
              new ProxyEvent.Refused(
                  Instant.now(), new RequestLine(host, "CONNECT", ""), 403, "No."));
    }
  }

  private NetworkSummary ask() throws Exception {
    var path = folder.resolve("c.sock");
    try (var socket = LineSocket.serve(path, answers())) {
      assertThat(socket).isNotNull();
      return Json.mapper().readValue(LineSocket.ask(path, RunFolder.NETWORK), NetworkSummary.class);
    }
  }

  private ControlAnswers answers() {
    var log = new RequestLogs(folder, false).open("x");
    var notices = new NoticeTranslator(session.plan().id(), session::notice);
    return new ControlAnswers(session, new RequestRecorder(notices, session.requests(), log));
  }
}
