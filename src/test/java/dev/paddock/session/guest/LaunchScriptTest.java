package dev.paddock.session.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.AgentCommand;
import dev.paddock.base.Command;
import dev.paddock.base.HostCommands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchScriptTest {
  @TempDir Path folder;

  @Test
  void bashGetsEveryArgumentAndVariableAsItWas() throws Exception {
    var project = Files.createDirectory(folder.resolve("it's a \"project\" #1 ü"));
    var arguments = List.of("printf", "%s\\0", "a b", "$HOME", "it's", "", "line\nbreak", "`id`");
    var environment = new TreeMap<>(Map.of("X", "opus[1m] 'q'"));
    var script =
        new LaunchScript(
            project, new AgentCommand(arguments, environment), Map.of("TERM_PROGRAM", "Paddock"));
    assertThat(run(script.text())).isEqualTo("a b\0$HOME\0it's\0\0line\nbreak\0`id`\0");
  }

  @Test
  void runsInTheProjectAndKeepsTheExitCode() throws Exception {
    var command =
        new AgentCommand(
            List.of("sh", "-c", "pwd; echo $IS_SANDBOX; exit 3"),
            new TreeMap<>(Map.of("IS_SANDBOX", "1")));
    var script = new LaunchScript(folder, command, Map.of()).text();
    var result =
        new HostCommands().run(Command.of("bash", "-s"), script.getBytes(StandardCharsets.UTF_8));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.output().lines()).containsExactly(folder.toRealPath().toString(), "1");
  }

  private static String run(String script) throws Exception {
    return new HostCommands()
        .run(Command.of("bash", "-s"), script.getBytes(StandardCharsets.UTF_8))
        .output();
  }
}
