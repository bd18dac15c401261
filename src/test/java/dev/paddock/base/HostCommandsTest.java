package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandsTest {
  @TempDir Path folder;
  private final HostCommands commands = new HostCommands();

  @ParameterizedTest
  @ValueSource(strings = {"paddock-no-such-program", "/no/such/program", "/etc/passwd"})
  void whatIsNotThereOrNotAProgramIsNotFound(String program) {
    assertThatThrownBy(() -> new HostCommands().run(Command.of(program)))
        .isInstanceOfSatisfying(
            CommandException.class,
            e -> assertThat(e.kind()).isEqualTo(CommandException.Kind.NOT_FOUND));
  }

  @Test
  void keepsOutputErrorsAndExitCodeApart() throws Exception {
    var result = commands.run(Command.of("sh", "-c", "echo out; echo err >&2; exit 3"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.output()).isEqualTo("out\n");
    assertThat(result.errors()).isEqualTo("err\n");
  }

  @Test
  void noChildInheritsACredential() throws Exception {
    var inherited = new HashMap<>(System.getenv());
    for (var name : List.of("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GH_TOKEN", "GITHUB_TOKEN")) {
      inherited.put(name, "key-canary");
    }
    inherited.put("AI_HTTPS_PROXY", "http://me:password-canary@proxy.example:3128");
    inherited.put("PADDOCK_TEST", "inherited");
    var withheld = new HostCommands(inherited);
    assertThat(withheld.run(Command.of("env")).output())
        .contains("PADDOCK_TEST=inherited")
        .doesNotContain("canary");
    var lines = new ArrayList<String>();
    withheld.stream(Command.of("env"), InputSource.NONE, lines::add);
    assertThat(lines).contains("PADDOCK_TEST=inherited").noneMatch(l -> l.contains("canary"));
    try (var raw = withheld.read(Command.of("env"), new byte[0])) {
      assertThat(new String(raw.output(), StandardCharsets.UTF_8)).doesNotContain("canary");
    }
    try (var child = withheld.start(Command.of("env"))) {
      assertThat(child.await(Duration.ofSeconds(30))).hasValue(0);
      assertThat(child.tail()).contains("PADDOCK_TEST=inherited").doesNotContain("canary");
    }
    assertThat(withheld.run(Command.of("env").with("GH_TOKEN", "wanted")).output())
        .as("a command that needs one names it")
        .contains("GH_TOKEN=wanted");
  }

  @Test
  void feedsStandardInput() throws Exception {
    var input = "héllo".getBytes(StandardCharsets.UTF_8);
    assertThat(commands.run(Command.of("cat"), input).output()).isEqualTo("héllo");
  }

  @Test
  void givesRawBytesWithoutShowingThem() throws Exception {
    var command = Command.of("sh", "-c", "cat; exit 4");
    var result = commands.read(command, new byte[] {1, (byte) 0xff, 'x'});
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.output()).containsExactly(1, 0xff, 'x');
    assertThat(result.toString()).isEqualTo("RawResult[4, 3 bytes]");
    result.close();
    assertThat(result.output()).containsOnly(0);
  }

  @Test
  void handsOverLinesAsTheyCome() throws Exception {
    var lines = new ArrayList<String>();
    var result =
        commands.stream(
            Command.of("sh", "-c", "echo a; echo b >&2; printf c"), InputSource.NONE, lines::add);
    assertThat(lines).containsExactly("a", "b", "c");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void explainsAMissingProgram() {
    assertThatThrownBy(() -> commands.run(Command.of("no-such-program-here")))
        .isInstanceOfSatisfying(
            CommandException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(CommandException.Kind.NOT_FOUND);
              assertThat(e.explain().code()).isEqualTo(ExitCode.UNAVAILABLE);
            });
  }

  @Test
  void killsWhatDoesNotEndInTimeWithItsChildren() {
    var mark = folder.resolve("mark");
    var argv = new String[] {"sh", "-c", "sleep 60; touch \"$0\"", mark.toString()};
    assertThatThrownBy(() -> commands.run(Command.of(argv).within(Duration.ofMillis(200))))
        .isInstanceOfSatisfying(
            CommandException.class,
            e -> assertThat(e.kind()).isEqualTo(CommandException.Kind.TIMEOUT));
    assertThat(Files.exists(mark)).isFalse();
  }

  @Test
  void anInterruptKillsTheChild() throws Exception {
    var interrupted = new AtomicBoolean();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                commands.run(Command.of("sleep", "61.7"));
              } catch (InterruptedException e) {
                interrupted.set(true);
              } catch (CommandException e) {
                throw new AssertionError(e);
              }
            });
    await(() -> running("sleep 61.7"));
    thread.interrupt();
    thread.join();
    assertThat(interrupted).isTrue();
    await(() -> !running("sleep 61.7"));
  }

  private static boolean running(String command) {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(p -> p.info().commandLine().orElse("").endsWith(command));
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
