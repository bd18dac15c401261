package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.HostCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimactlTest {
  private static final String NAME = "claude-0a1b2c";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;
  private LimaHome home;

  @BeforeEach
  void makeHome() throws Exception {
    home = new LimaHome(Files.createDirectory(folder.resolve("vm")));
  }

  @Test
  void everyCallNamesOurHomeAndOurWrapper() throws Exception {
    var commands = FakeCommands.printing("limactl version 2.2.0\n");
    limactl(commands).version();
    var environment = commands.asked.getFirst().environment();
    assertThat(environment)
        .containsEntry("LIMA_HOME", home.root().toString())
        .containsEntry("PADDOCK_QEMU", "/opt/qemu");
    assertThat(environment.get(qemuVariable())).endsWith("/paddock-qemu");
  }

  @Test
  void anOldLimaIsRefusedWithTheVersionFound() {
    assertThatThrownBy(
            () -> limactl(FakeCommands.printing("limactl version 2.1.4\n")).requireSupported())
        .isInstanceOfSatisfying(
            LimaException.TooOld.class,
            e -> {
              assertThat(e.found()).hasToString("2.1.4");
              assertThat(e.explain().fix()).contains("brew install lima", "https://lima-vm.io");
            });
  }

  @Test
  void aMissingLimactlIsToldWithTheWayToInstallIt() {
    var commands = new FakeCommands(c -> new HostCommandsFailure().notFound());
    assertThatThrownBy(() -> limactl(commands).version())
        .isInstanceOfSatisfying(
            LimaException.NotInstalled.class,
            e -> assertThat(e.explain().fix()).contains("brew install lima"));
  }

  @Test
  void aLimactlThatHangsIsToldAsSuch() {
    var commands = new FakeCommands(c -> new HostCommandsFailure().timeout());
    assertThatThrownBy(() -> limactl(commands).list())
        .isInstanceOfSatisfying(
            LimaException.TimedOut.class,
            e -> assertThat(e.explain().what()).contains("limactl list", "30 s"));
  }

  @Test
  void rootIsRefusedWithTheReason() {
    var commands = FakeCommands.failing("limactl: must not run as the root user\n");
    assertThatThrownBy(() -> limactl(commands).version())
        .isInstanceOf(LimaException.RefusedRoot.class);
    assertThatThrownBy(() -> limactl(commands).list())
        .isInstanceOf(LimaException.RefusedRoot.class);
  }

  @Test
  void anotherProgramCalledLimactlIsNotTrusted() {
    assertThatThrownBy(() -> limactl(FakeCommands.printing("hello\n")).version())
        .isInstanceOf(LimaException.Garbage.class);
  }

  @Test
  void anUnknownNameIsNeverStartedForLimaWouldMakeAVmOfItsOwn() {
    var commands = FakeCommands.printing("");
    assertThatThrownBy(() -> limactl(commands).start(NAME, LIMIT, l -> {}))
        .isInstanceOf(LimaException.Missing.class);
    assertThatThrownBy(() -> limactl(commands).stop(NAME))
        .isInstanceOf(LimaException.Missing.class);
    assertThat(commands.asked).isEmpty();
  }

  @Test
  void aStartForgetsTheOldHostKeyAndTellsItsProgress() throws Exception {
    var instance = existing();
    Files.writeString(instance.knownHosts(), "old key");
    var commands = FakeCommands.printing(Recorded.text("start-log-format-json.jsonl"));
    var progress = new ArrayList<String>();
    limactl(commands).start(NAME, LIMIT, progress::add);
    assertThat(instance.knownHosts()).doesNotExist();
    assertThat(progress).startsWith("Starting the VM").endsWith("The VM is ready");
    var command = commands.asked.getFirst();
    assertThat(command.argv())
        .containsExactly(
            "limactl", "--tty=false", "--log-format", "json", "start", "--timeout=300s", NAME);
    assertThat(command.limit()).isGreaterThan(LIMIT);
  }

  @Test
  void aFailedStartSaysWhatQemuSaid() throws Exception {
    var instance = existing();
    var commands =
        new FakeCommands(c -> {
          write(instance.qemuLog(), "qemu: warning: old\nqemu: cannot allocate memory\n");
          return new CommandResult(1, "", "{\"level\":\"fatal\",\"msg\":\"exiting, status={}\"}\n");
        });
    assertThatThrownBy(() -> limactl(commands).start(NAME, LIMIT, l -> {}))
        .isInstanceOfSatisfying(
            LimaException.Failed.class,
            e -> {
              assertThat(e.verb()).isEqualTo("start");
              assertThat(e.reason()).isEqualTo("qemu: cannot allocate memory");
              assertThat(e.explain().detail()).contains("exiting, status", "warning: old");
            });
  }

  @Test
  void stoppingWhatDoesNotRunIsNoError() throws Exception {
    existing();
    var errors =
        "{\"level\":\"fatal\",\"msg\":\"expected status `Running`, got `Stopped` (maybe use `limactl"
            + " stop -f`?)\"}";
    var commands = FakeCommands.failing(errors);
    limactl(commands).stop(NAME);
    assertThat(commands.asked).hasSize(1);
    assertThatThrownBy(() -> limactl(FakeCommands.failing("{\"level\":\"fatal\"}")).stop(NAME))
        .isInstanceOf(LimaException.Failed.class);
  }

  @Test
  void deleteAlsoRemovesWhatLimactlLeaves() throws Exception {
    var instance = existing();
    Files.createDirectories(instance.draft().resolve("half"));
    var outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "x");
    Files.createSymbolicLink(instance.path().resolve("link"), outside);
    var commands = FakeCommands.printing("");
    limactl(commands).delete(NAME);
    assertThat(commands.asked.getFirst().argv()).endsWith("delete", "--force", NAME);
    assertThat(instance.path()).doesNotExist();
    assertThat(instance.draft()).doesNotExist();
    assertThat(outside.resolve("precious")).exists();
  }

  @Test
  void deletingWhatIsNotThereAsksNobody() throws Exception {
    var commands = FakeCommands.printing("");
    limactl(commands).delete(NAME);
    assertThat(commands.asked).isEmpty();
  }

  @Test
  void createRefusesAHomeThatIsTooDeep() {
    var commands = FakeCommands.printing("");
    var deep = new LimaHome(folder.resolve("x".repeat(90)));
    var limactl = new Limactl(commands, deep, wrapper());
    assertThatThrownBy(() -> limactl.create(NAME, Path.of("/a.yaml"), LIMIT, l -> {}))
        .isInstanceOf(LimaException.UnusableHome.class);
    assertThat(commands.asked).isEmpty();
  }

  private InstanceFolder existing() throws Exception {
    var instance = home.instance(NAME);
    Files.createDirectory(instance.path());
    Files.writeString(instance.limaYaml(), "vmType: qemu\n");
    return instance;
  }

  private Limactl limactl(FakeCommands commands) {
    return new Limactl(commands, home, wrapper());
  }

  private QemuWrapper wrapper() {
    return new QemuWrapper(folder.resolve("bin"), Map.of(qemuVariable(), "/opt/qemu"));
  }

  private static String qemuVariable() {
    return Arch.host() == Arch.X86_64 ? "QEMU_SYSTEM_X86_64" : "QEMU_SYSTEM_AARCH64";
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only base can make these exceptions, so a real command makes them. */
  private static final class HostCommandsFailure {
    CommandResult notFound() throws CommandException {
      return run(Command.of("/no/such/program"));
    }

    CommandResult timeout() throws CommandException {
      return run(Command.of("sleep", "30").within(Duration.ofMillis(1)));
    }

    private static CommandResult run(Command command) throws CommandException {
      try {
        return new HostCommands().run(command);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
