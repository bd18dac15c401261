package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.TerminalEvent.AgentActivity;
import dev.paddock.terminal.TerminalEvent.AgentState;
import dev.paddock.terminal.TerminalEvent.Bell;
import dev.paddock.terminal.TerminalEvent.ClipboardWrite;
import dev.paddock.terminal.TerminalEvent.Hyperlink;
import dev.paddock.terminal.TerminalEvent.Notification;
import dev.paddock.terminal.TerminalEvent.Progress;
import dev.paddock.terminal.TerminalEvent.ProgressState;
import dev.paddock.terminal.TerminalEvent.Title;
import dev.paddock.terminal.TerminalEvent.WorkingFolder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalEventTest {

  @Test
  void tellsTheBellButNotTheEndOfACommand() {
    assertThat(events("a\007b\033]0;t\007")).containsExactly(new Bell(), new Title("t"));
  }

  @ParameterizedTest
  @CsvSource({
    "1;50, RUNNING, 50",
    "1, RUNNING, 0",
    "1;999999999, RUNNING, 100",
    "1;99999999999, RUNNING, 0",
    "1;-3, RUNNING, 0",
    "0, NONE, 0",
    "0;40, NONE, 0",
    "2;10, FAILED, 10",
    "3, INDETERMINATE, 0",
    "4;70, PAUSED, 70"
  })
  void tellsProgress(String argument, ProgressState state, int percent) {
    assertThat(events("\033]9;4;" + argument + "\033\\"))
        .containsExactly(new Progress(state, percent));
  }

  @Test
  void tellsNotificationsOfAllThreeKinds() {
    assertThat(events("\033]9;Done: 3 files\007")).containsExactly(note("", "Done: 3 files"));
    assertThat(events("\033]777;notify;Codex;wants; you\007"))
        .containsExactly(note("Codex", "wants; you"));
    assertThat(events("\033]99;;Hello\033\\")).containsExactly(note("Hello", ""));
    assertThat(
            events(
                "\033]99;i=1:d=0;Tit\033\\\033]99;i=1:d=0;le\033\\"
                    + "\033]99;i=1:p=body:e=1;Ym9keQ==\033\\\033]99;;next\033\\"))
        .containsExactly(note("Title", "body"), note("next", ""));
  }

  @Test
  void makesWhatHidesOrDrivesVisibleAndCutsTheRest() {
    assertThat(events("\033]777;notify;a\u202eb;c\u200bd\ne\007"))
        .containsExactly(note("a\\u{202e}b", "c\\u{200b}d\\u{a}e"));
    assertThat(events("\033]2;" + "x".repeat(500) + "\007"))
        .containsExactly(new Title("x".repeat(200) + "…"));
    assertThat(events("\033]9;" + "x".repeat(5_000) + "\007"))
        .containsExactly(note("", "x".repeat(1_000) + "…"));
    var pieces = ("\033]99;d=0:p=body;" + "x".repeat(5_000) + "\007").repeat(3) + "\033]99;;\007";
    assertThat(events(pieces)).containsExactly(note("", "x".repeat(1_000) + "…"));
  }

  @Test
  void tellsTheFolderOfTheProgram() {
    assertThat(events("\033]7;file://some-host/home/a%20b/%E2%80%AEc\007"))
        .containsExactly(new WorkingFolder("/home/a b/\\u{202e}c"));
  }

  @ParameterizedTest
  @CsvSource({"work, WORKING", "idle, IDLE", "done, DONE", "clear, UNKNOWN"})
  void tellsWhatTheAgentIsDoing(String state, AgentActivity activity) {
    assertThat(events("\033]7501;v=1;state=" + state + "\007"))
        .containsExactly(new AgentState(activity));
  }

  @Test
  void tellsTheRealTargetOfALinkAndItsEnd() {
    var link = "\033]8;id=7;https://example.org/?q=1\007";
    assertThat(events(link + "https://other.example" + link + "\033]8;;\007\033]8;;\007"))
        .containsExactly(new Hyperlink("https://example.org/?q=1"), new Hyperlink(""));
    assertThat(events("\033]8;;file:///etc/passwd\007x\033]8;;javascript:1\007")).isEmpty();
  }

  @Test
  void tellsWhatIsMeantForTheClipboard() {
    assertThat(events("\033]52;c;" + base64("two\nlines\té\033[31m") + "\033\\"))
        .containsExactly(new ClipboardWrite("two\nlines\té[31m"));
    assertThat(events("\033]52;;" + base64("x") + "\007")).containsExactly(new ClipboardWrite("x"));
  }

  @Test
  void takesAMebibyteForTheClipboardAndNoMore() {
    var most = "x".repeat(ClipboardWrites.MAX_BYTES);
    assertThat(events("\033]52;c;" + base64(most) + "\007"))
        .containsExactly(new ClipboardWrite(most));
    assertThat(events("\033]52;c;" + base64(most + "x") + "\007")).isEmpty();
    assertThat(events("\033]52;c;" + base64(most.repeat(3)) + "\007")).isEmpty();
    // The room for it is no other command's.
    assertThat(events("\033]2;" + "x".repeat(VtParser.MAX_COMMAND) + "\007")).isEmpty();
  }

  @Test
  void neverReadsTheClipboard() {
    assertThat(RecordingSink.of("\033]52;c;?\007\033]52;pc;?\033\\").order()).isEmpty();
  }

  @Test
  void keepsTheClipboardsTextOutOfLogs() {
    assertThat(new ClipboardWrite("secret").toString()).doesNotContain("secret");
  }

  @Test
  void givesATitleBack() {
    assertThat(events("\033]0;a\007\033[22;0t\033]0;b\007\033[23;0t\033[23;0t\033[22;1t\033[23;2t"))
        .containsExactly(new Title("a"), new Title("b"), new Title("a"));
  }

  private static Notification note(String title, String body) {
    return new Notification(title, body);
  }

  private static List<TerminalEvent> events(String text) {
    var sink = RecordingSink.of(text);
    assertThat(sink.answers()).isEmpty();
    return sink.events();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
