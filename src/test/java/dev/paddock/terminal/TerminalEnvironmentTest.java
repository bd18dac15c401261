package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalEnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GH_TOKEN", "GITHUB_TOKEN", "AI_HTTPS_PROXY",
        "CLAUDE_CODE_OAUTH_TOKEN", "SSH_AUTH_SOCK", "KITTY_WINDOW_ID", "WT_SESSION", "VTE_VERSION",
        "TMUX", "TERMINAL_EMULATOR", "TERM_PROGRAM", "SOMETHING_NEW"
      })
  void keepsFromTheLocalProgramWhatItNeedNotKnow(String name) {
    var inherited = Map.of(name, "value-of-it", "PATH", "/bin", "LC_ALL", "C.UTF-8");
    for (var environment :
        List.of(
            TerminalEnvironment.host(inherited),
            TerminalEnvironment.hostOfCommandLine(inherited))) {
      assertThat(environment)
          .doesNotContainKey(name)
          .doesNotContainValue("value-of-it")
          .containsEntry("PATH", "/bin")
          .containsEntry("LC_ALL", "C.UTF-8");
    }
  }

  @Test
  void tellsTheGuestOurOwnNameAndNeverJetBrains() {
    assertThat(TerminalEnvironment.guest("1.2"))
        .containsEntry("TERM", "xterm-256color")
        .containsEntry("COLORTERM", "truecolor")
        .containsEntry("TERM_PROGRAM", "Paddock")
        .containsEntry("TERM_PROGRAM_VERSION", "1.2")
        .doesNotContainKey("TERMINAL_EMULATOR");
  }

  @Test
  void tellsTheGuestOfTheCommandLinesTerminalOnlyHarmlessWords() {
    var inherited = new HashMap<String, String>();
    inherited.put("TERM", "tmux-256color");
    inherited.put("TERM_PROGRAM", "ghostty");
    inherited.put("TERM_PROGRAM_VERSION", "1; rm");
    inherited.put("ANTHROPIC_API_KEY", "secret");
    assertThat(TerminalEnvironment.guestOfCommandLine(inherited))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("TERM", "tmux-256color", "TERM_PROGRAM", "ghostty"));
  }

  @ParameterizedTest
  @CsvSource({
    "xterm-kitty, xterm-256color",
    "xterm-ghostty, xterm-256color",
    "screen, screen",
    "dumb, dumb"
  })
  void namesATerminalThatTheGuestKnows(String term, String told) {
    var inherited = Map.of("TERM", term);
    assertThat(TerminalEnvironment.hostOfCommandLine(inherited)).containsEntry("TERM", told);
    assertThat(TerminalEnvironment.guestOfCommandLine(inherited)).containsEntry("TERM", told);
  }
}
