package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceProcessesTest {
  private static final String DIR = "/home/x/.paddock/vm/claude-0a1b2c";
  private static final List<String> OURS = List.of("A=b", "LIMA_HOME=/home/x/.paddock/vm");

  private final InstanceProcesses processes =
      new InstanceProcesses(new InstanceFolder(Path.of(DIR)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/qemu-system-x86_64|-m|1024|-pidfile|DIR/qemu.pid",
        "/nix/store/x/bin/.qemu-system-x86_64-wrapped|-pidfile|DIR/qemu.pid",
        "/bin/sh|/home/x/.paddock/bin/paddock-qemu|-m|1024|-pidfile|DIR/qemu.pid",
        "/usr/bin/limactl|hostagent|--pidfile|DIR/ha.pid|--socket|DIR/ha.sock|claude-0a1b2c",
        "limactl|--tty=false|--log-format|json|start|--timeout=60s|claude-0a1b2c",
        "ssh: DIR/ssh.sock [mux]",
        "ssh|-F|/dev/null|-S|DIR/paddock-ssh.sock|-N",
        "/usr/bin/ssh|-o|ControlPath=\"DIR/ssh.sock\"|127.0.0.1"
      })
  void whatLimaAndWeStartForTheInstanceBelongsToIt(String line) {
    assertThat(processes.belongs(argv(line), OURS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/qemu-system-x86_64|-pidfile|DIRd/qemu.pid",
        "/usr/bin/qemu-system-x86_64|-pidfile|/other/claude-0a1b2c/qemu.pid",
        "/usr/bin/qemu-system-x86_64|-drive|file=DIR/disk",
        "/usr/bin/limactl|hostagent|--pidfile|DIR2/ha.pid|claude-0a1b2c2",
        "limactl|start|claude-0a1b2",
        "limactl|start|claude-0a1b2cd",
        "limactl|list",
        "ssh|-S|DIR-2/paddock-ssh.sock",
        "ssh|-S|/backup/home/x/.paddock/vm/claude-0a1b2c/ssh.sock",
        "ssh: DIRd/ssh.sock [mux]",
        "vim|DIR/lima.yaml",
        "tail|-f|DIR/serial.log",
        "/bin/sh|-c|rm -rf DIR/disk",
        "grep|claude-0a1b2c"
      })
  void othersAreLeftAlone(String line) {
    assertThat(processes.belongs(argv(line), OURS)).isFalse();
  }

  @Test
  void aLimactlOfAnotherHomeIsLeftAloneAlthoughTheNameIsTheSame() {
    var argv = List.of("limactl", "start", "claude-0a1b2c");
    assertThat(processes.belongs(argv, List.of("LIMA_HOME=/home/x/.lima"))).isFalse();
    assertThat(processes.belongs(argv, List.of())).isFalse();
    assertThat(processes.belongs(List.of(), OURS)).isFalse();
  }

  @Test
  void endsTheProcessesOfOneInstanceAlsoWithALongCommandLineAndNoOther(@TempDir Path home)
      throws Exception {
    var qemu = Files.copy(Path.of("/bin/sh").toRealPath(), home.resolve("qemu-system-test"));
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwx------"));
    var mine = start(qemu, home.resolve("claude-0a1b2c"));
    var other = start(qemu, home.resolve("claude-0a1b2cd"));
    try {
      var found = new InstanceProcesses(new InstanceFolder(home.resolve("claude-0a1b2c")));
      assertThat(
              Deadline.reached(
                  Duration.ofSeconds(10), () -> found.find().contains(mine.toHandle())))
          .isTrue();
      found.end();
      assertThat(mine.isAlive()).isFalse();
      assertThat(other.isAlive()).isTrue();
    } finally {
      mine.destroyForcibly();
      other.destroyForcibly();
    }
  }

  /** The pid file comes last, beyond the 4,096 bytes that Java shows of a command line. */
  private static Process start(Path program, Path folder) throws Exception {
    return new ProcessBuilder(
            program.toString(),
            "-c",
            "read wait",
            "-append",
            "x".repeat(8_000),
            "-pidfile",
            folder + "/qemu.pid")
        .start();
  }

  private static List<String> argv(String line) {
    return List.of(line.replace("DIR", DIR).split("\\|"));
  }
}
