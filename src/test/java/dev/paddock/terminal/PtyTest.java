package dev.paddock.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PtyTest {
  private static final Map<String, String> ENVIRONMENT =
      TerminalEnvironment.host(Map.of("PATH", "/usr/bin:/bin"));

  @Test
  void startsAProgramWithItsSizeAndKeepsItsExitCode() throws Exception {
    var pty = sh("stty size; echo $TERM; exit 3", new TerminalSize(101, 31));
    assertThat(rest(pty)).isEqualTo("31 101\r\nxterm-256color\r\n");
    assertThat(pty.exit().get(30, SECONDS)).isEqualTo(3);
  }

  @Test
  void givesTheProgramNothingButItsEnvironment() throws Exception {
    var pty = Pty.start(List.of("env"), Map.of("PATH", "/usr/bin:/bin"), TerminalSize.DEFAULT);
    // A shell on the way adds the last four.
    assertThat(rest(pty).split("\r\n"))
        .contains("PATH=/usr/bin:/bin")
        .allMatch(line -> line.matches("(PATH|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  @Test
  void tellsTheProgramItsNewSize() throws Exception {
    var pty = sh("trap 'stty size; exit' WINCH; echo go; read x", TerminalSize.DEFAULT);
    until(pty, "go\r\n");
    pty.resize(new TerminalSize(70, 20));
    assertThat(rest(pty)).isEqualTo("20 70\r\n");
  }

  @Test
  void typesMoreThanTheTerminalHolds() throws Exception {
    var pty = sh("stty raw -echo; echo go; head -c 200000 | cksum", TerminalSize.DEFAULT);
    until(pty, "go");
    pty.write("0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
    assertThat(rest(pty)).contains("3552502430 200000");
  }

  @Test
  void hangsUpAsAClosedWindowDoes() throws Exception {
    var pty =
        sh(
            "trap 'echo hung up; exit 9' HUP; echo go; for i in $(seq 300); do sleep 0.1; done",
            TerminalSize.DEFAULT);
    until(pty, "go\r\n");
    pty.hangUp(Duration.ofSeconds(30));
    assertThat(rest(pty)).endsWith("hung up\r\n");
    assertThat(pty.exit().get(30, SECONDS)).isEqualTo(9);
  }

  @Test
  void killsAProgramThatIgnoresTheHangUp() throws Exception {
    var pty =
        sh(
            "trap '' HUP TERM; echo go; for i in $(seq 300); do sleep 0.1; done",
            TerminalSize.DEFAULT);
    until(pty, "go\r\n");
    pty.hangUp(Duration.ofMillis(200));
    assertThat(pty.exit().get(30, SECONDS)).isEqualTo(128 + 9);
  }

  @Test
  void saysWhichProgramIsMissing() {
    assertThatThrownBy(
            () -> Pty.start(List.of("no-such-program"), ENVIRONMENT, TerminalSize.DEFAULT))
        .isInstanceOfSatisfying(
            PtyException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(PtyException.Kind.NO_PROGRAM);
              assertThat(e.explain().what()).contains("no-such-program");
            });
  }

  @Test
  void explainsASystemWithoutPtys(@TempDir Path devices) throws IOException {
    Files.createFile(devices.resolve("ptmx"));
    Files.createDirectory(devices.resolve("pts"));
    assertThatThrownBy(() -> PtyPreflight.checkDevices(devices, true))
        .isInstanceOfSatisfying(
            PtyException.class, e -> assertThat(e.explain().fix()).contains("devpts"));
  }

  private static Pty sh(String script, TerminalSize size) throws PtyException {
    return Pty.start(List.of("sh", "-c", script), ENVIRONMENT, size);
  }

  private static void until(Pty pty, String text) throws IOException {
    var read = new StringBuilder();
    while (!read.toString().contains(text)) {
      int b = pty.input().read();
      assertThat(b).as("ended after: %s", read).isNotNegative();
      read.append((char) b);
    }
  }

  private static String rest(Pty pty) throws IOException {
    var text = new String(pty.input().readAllBytes(), StandardCharsets.UTF_8);
    pty.close();
    return text;
  }
}
