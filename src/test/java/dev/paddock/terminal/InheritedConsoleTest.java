package dev.paddock.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
final class InheritedConsoleTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

  @Test
  void keepsTheExitCode() throws Exception {
    assertThat(new InheritedConsole(ENVIRONMENT).run(List.of("sh", "-c", "exit 3"))).isEqualTo(3);
  }

  @Test
  void saysWhichProgramIsMissing() {
    assertThatThrownBy(() -> new InheritedConsole(ENVIRONMENT).run(List.of("no-such-program")))
        .isInstanceOf(PtyException.class)
        .hasMessageContaining("no-such-program");
  }

  @Test
  void hangsUpWhenItsThreadIsInterrupted() throws Exception {
    var outcome = new CompletableFuture<Boolean>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new InheritedConsole(ENVIRONMENT).run(List.of("sleep", "60"));
                outcome.complete(false);
              } catch (InterruptedException e) {
                outcome.complete(true);
              } catch (PtyException e) {
                outcome.completeExceptionally(e);
              }
            });
    thread.interrupt();
    assertThat(outcome.get(30, SECONDS)).isTrue();
    assertThat(ProcessHandle.current().children().filter(c -> command(c).endsWith("sleep")))
        .isEmpty();
  }

  @Test
  void lendsItsInputAndOutput() throws Exception {
    var process = console("sh", "-c", "read x; echo got $x; env");
    process.outputWriter().append("word\n").close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).startsWith("got word\n").doesNotContain("SOME_API_KEY");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void hangsUpTheProgramWhenASignalEndsUs() throws Exception {
    var process =
        console(
            "sh",
            "-c",
            "trap 'echo bye; exit' TERM; echo $$; for i in $(seq 300); do sleep 0.1; done");
    var reader = process.inputReader();
    long child = Long.parseLong(reader.readLine());
    assertThat(ProcessHandle.of(child)).isPresent();
    assertThat(process.toHandle().destroy()).isTrue();
    assertThat(reader.readLine()).isEqualTo("bye");
    assertThat(process.waitFor(30, SECONDS)).isTrue();
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static Process console(String... argv) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.add(LentConsole.class.getName());
    command.addAll(List.of(argv));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOME_API_KEY", "x");
    return builder.start();
  }

  private static String command(ProcessHandle process) {
    return process.info().command().orElse("");
  }
}
