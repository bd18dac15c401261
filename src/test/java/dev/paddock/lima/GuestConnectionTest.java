package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.Command;
import dev.paddock.base.CommandResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestConnectionTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path home;
  private InstanceFolder folder;
  private FakeMasters masters;
  private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
  private volatile CommandResult answer = new CommandResult(0, "", "");
  private final FakeCommands commands = new FakeCommands(this::ssh);
  private volatile boolean forwardsFail;

  @BeforeEach
  void runAVm() throws Exception {
    folder = new LimaHome(home).instance("claude-0a1b2c");
    Files.createDirectory(folder.path());
    vmRuns(true);
    masters = new FakeMasters(folder.controlSocket());
  }

  @Test
  void nothingOfThePersonsSshTakesPart() throws Exception {
    try (var guest = open()) {
      assertThat(masters.started.getFirst().argv())
          .containsSequence("-F", "/dev/null")
          .contains("-a", "-x", "IdentityAgent=none", "IdentitiesOnly=yes", "Port=4711")
          .contains("IdentityFile=\"" + home + "/_config/user\"")
          .contains("StrictHostKeyChecking=accept-new")
          .contains("UserKnownHostsFile=\"" + folder.knownHosts() + "\"");
      assertThat(guest.state().get()).isEqualTo(ConnectionState.CONNECTED);
    }
  }

  @Test
  void theForwardsAreThereWhenItIsOpen() throws Exception {
    open().close();
    assertThat(commands.asked.getFirst().argv())
        .containsSequence("-O", "forward", "-R", "127.0.0.1:3128:/run/proxy.sock");
  }

  @Test
  void aClientOnlyEverGoesThroughTheMaster() throws Exception {
    try (var guest = open()) {
      var argv = guest.terminalCommand("exec bash -l", true).argv();
      assertThat(argv)
          .contains("ControlMaster=no", "ProxyCommand=false", "-tt")
          .containsSequence("-S", folder.controlSocket().toString())
          .endsWith("claude-0a1b2c", "--", "exec bash -l");
      assertThat(guest.terminalCommand("true", false).argv()).contains("-T").doesNotContain("-tt");
    }
  }

  @Test
  void aScriptTravelsOverStandardInputBeforeItsOwnInput() throws Exception {
    try (var guest = open()) {
      answer = new CommandResult(3, "out", "err");
      var result = guest.run("echo 'ü'", "input".getBytes(StandardCharsets.UTF_8), LIMIT);
      assertThat(result).isEqualTo(answer);
      assertThat(commands.inputs.getLast()).isEqualTo("echo 'ü'input");
      assertThat(commands.asked.getLast().argv().getLast())
          .isEqualTo("exec bash -c 'eval \"$(head -c 9)\"'");
      var lines = new CopyOnWriteArrayList<String>();
      guest.stream("cat", out -> out.write('x'), LIMIT, lines::add);
      assertThat(commands.inputs.getLast()).isEqualTo("catx");
      assertThat(lines).containsExactly("outerr");
    }
  }

  @Test
  void theExitCode255IsTheProgramsWhileTheConnectionIsThere() throws Exception {
    try (var guest = open()) {
      answer = new CommandResult(255, "", "");
      assertThat(guest.run("exit 255", LIMIT).exitCode()).isEqualTo(255);
      masters.unreachable();
      masters.breakLast();
      assertThatThrownBy(() -> guest.run("exit 255", LIMIT))
          .isInstanceOf(LimaException.NoConnection.class);
    }
  }

  @Test
  void aBrokenConnectionIsMadeAgainWithItsForwards() throws Exception {
    try (var guest = open()) {
      guest.state().subscribe(states::add);
      masters.breakLast();
      assertThat(Deadline.reached(LIMIT, () -> states.size() == 3)).isTrue();
      assertThat(states)
          .containsExactly(
              ConnectionState.CONNECTED, ConnectionState.RECONNECTING, ConnectionState.CONNECTED);
      assertThat(masters.started).hasSize(2);
      assertThat(commands.asked.stream().filter(c -> c.argv().contains("forward"))).hasSize(2);
    }
  }

  @Test
  void theEndOfTheVmIsNotWaitedOut() throws Exception {
    try (var guest = open()) {
      vmRuns(false);
      var begun = System.nanoTime();
      masters.breakLast();
      assertThat(Deadline.reached(LIMIT, () -> guest.state().get() == ConnectionState.LOST))
          .isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      assertThat(masters.started).hasSize(1);
    }
  }

  @Test
  void closingEndsTheMasterAndIsNoLoss() throws Exception {
    var guest = open();
    guest.close();
    guest.close();
    assertThat(masters.lastAlive()).isFalse();
    assertThat(folder.controlSocket()).doesNotExist();
    assertThat(guest.state().get()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(masters.started).hasSize(1);
  }

  @Test
  void aGuestThatDoesNotAnswerInTimeIsToldWithSshsWords() {
    masters.refuse("Permission denied (publickey).");
    assertThatThrownBy(() -> open(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            LimaException.NoConnection.class,
            e -> assertThat(e.explain().why()).contains("Permission denied"));
    assertThat(masters.lastAlive()).isFalse();
  }

  @Test
  void aForwardThatFailsIsNotSilentlyMissing() {
    forwardsFail = true;
    assertThatThrownBy(() -> open(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            LimaException.NoConnection.class, e -> assertThat(e.explain().why()).contains("3128"));
    assertThat(masters.lastAlive()).isFalse();
  }

  @Test
  void aVmThatDoesNotRunIsNotWaitedFor() throws Exception {
    vmRuns(false);
    assertThatThrownBy(this::open).isInstanceOf(LimaException.NoConnection.class);
    assertThat(masters.started).isEmpty();
  }

  private GuestConnection open() throws Exception {
    return open(LIMIT);
  }

  private GuestConnection open(Duration limit) throws Exception {
    var instance =
        new Instance("claude-0a1b2c", InstanceStatus.RUNNING, 4711, folder, "qemu", List.of());
    var forwards = List.of(new ReverseForward(3128, Path.of("/run/proxy.sock")));
    return GuestConnection.open(commands, masters, instance, forwards, limit);
  }

  private CommandResult ssh(Command command) {
    if (command.argv().contains("-O")) {
      var good = masters.lastAlive() && !(forwardsFail && command.argv().contains("forward"));
      return new CommandResult(good ? 0 : 255, "", good ? "" : "refused");
    }
    return answer;
  }

  private void vmRuns(boolean runs) throws Exception {
    var pidFile = folder.path().resolve("qemu.pid");
    if (runs) {
      Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
    } else {
      Files.delete(pidFile);
    }
  }
}
