package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLineTest {

  @Test
  void aStartIsToldInAFewReadableLines() {
    var told =
        Recorded.text("start-log-format-json.jsonl")
            .lines()
            .map(LogLine::parse)
            .flatMap(l -> l.progress().stream())
            .distinct();
    assertThat(told)
        .containsExactly(
            "Starting the VM",
            "Waiting for the VM to answer",
            "Guest agent is running",
            "Time sync: guest agent is alive, starting time synchronization",
            "The VM is ready");
  }

  @Test
  void aFailureKeepsItsCause() {
    var line =
        LogLine.parse("{\"level\":\"error\",\"msg\":\"no start\",\"error\":\"disk\\nfull\"}");
    assertThat(line.failure()).isTrue();
    assertThat(line.message()).isEqualTo("no start: disk full");
  }

  @Test
  void wordsOfAnotherProgramAreKeptButNotShownAsProgress() {
    for (var text :
        new String[] {"limactl: must not run as the root user", "{broken", "{\"a\":1}"}) {
      var line = LogLine.parse(text);
      assertThat(line.message()).isEqualTo(text);
      assertThat(line.progress()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void nothingThatAGuestChoseDrivesTheTerminal() {
    var line = LogLine.parse("{\"level\":\"info\",\"msg\":\"\\u001b[2Jgone\"}");
    assertThat(line.progress()).contains("\\u{1b}[2Jgone");
  }

  @Test
  void theLastFailureIsTheReason() {
    var tail = new LogTail();
    tail.addAll(
        "{\"level\":\"fatal\",\"msg\":\"first\"}\n{\"level\":\"fatal\",\"msg\":\"last\"}\nx");
    assertThat(tail.reason()).isEqualTo("last");
    assertThat(tail.text()).isEqualTo("first\nlast\nx");
    assertThat(new LogTail().reason()).isNotEmpty();
  }
}
