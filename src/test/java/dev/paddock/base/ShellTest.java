package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTest {

  @Test
  void aShellReadsBackExactlyWhatWasQuoted() throws Exception {
    var words =
        List.of("", "a b", "it's", "$HOME `id` \"x\"", "new\nline", "ünïcode", "-n", "*", "~", "#");
    var argv = List.of("sh", "-c", "printf '%s\\0' " + Shell.join(words));
    var result = new HostCommands().run(Command.of(argv));
    assertThat(result.output()).isEqualTo(String.join("\0", words) + "\0");
  }
}
