package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.base.ByteSize;
import dev.paddock.base.HostCommands;
import dev.paddock.base.Shell;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One real VM, cloned, booted, used, broken and removed; the order saves boots. */
@Tag("vm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LimaVmIT {
  private static final String TEMPLATE = "base";
  private static final String NAME = "vm-0a1b2c";
  private static final Duration BOOT = Duration.ofMinutes(8);
  private static final Duration SHORT = Duration.ofMinutes(1);

  private final HostCommands commands = new HostCommands();
  private final List<SharedFolder> folders = new ArrayList<>();
  private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
  private Path work;
  private Limactl limactl;
  private EchoSocket echo;
  private GuestConnection guest;

  @BeforeAll
  void bootOneVm() throws Exception {
    var parts = VmParts.require();
    work = Files.createTempDirectory(Path.of("/tmp"), "plt").toRealPath();
    var home = new LimaHome(Files.createDirectory(work.resolve("vm")));
    var wrapper = new QemuWrapper(work.resolve("bin"), System.getenv());
    wrapper.install();
    limactl = new Limactl(commands, home, wrapper);
    limactl.requireSupported();

    var yaml = Files.writeString(work.resolve("base.yaml"), parts.spec().yaml());
    timed("create", () -> limactl.create(TEMPLATE, yaml, SHORT, this::print));
    makeFolders();
    var clone = new OverlayClone(commands, limactl);
    var settings = new CloneSettings(2, ByteSize.ofMiB(1024), folders, true);
    timed("clone", () -> clone.create(TEMPLATE, NAME, settings));
    timed("start", () -> limactl.start(NAME, BOOT, this::print));

    var socket = work.resolve("echo.sock");
    echo = new EchoSocket(socket);
    var forwards = List.of(new ReverseForward(3128, socket));
    var instance = limactl.instance(NAME);
    var begun = System.nanoTime();
    guest = GuestConnection.open(commands, commands, instance, forwards, SHORT);
    print("connect: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    guest.state().subscribe(states::add);
    timed("run", () -> run("true"));
  }

  @AfterAll
  void removeEverything() throws Exception {
    if (guest != null) {
      guest.close();
    }
    if (echo != null) {
      echo.close();
    }
    if (limactl != null) {
      limactl.kill(NAME);
      limactl.kill("no-args");
      limactl.kill(TEMPLATE);
    }
    if (work != null) {
      FileTrees.delete(work);
    }
  }

  @Test
  @Order(1)
  void theGuestsUserIsNeutralAndOwnsItsHome() throws Exception {
    assertThat(run("id -un; cd && pwd; stat -c %U ~")).isEqualTo("agent\n/home/agent\nagent\n");
  }

  @Test
  @Order(1)
  void aScriptGetsItsInputAndGivesItsExitCode() throws Exception {
    var input = new byte[300_000];
    Arrays.fill(input, (byte) 'x');
    var script = "echo \"it's \\\"quoted\\\" \\$HOME ü\" >&2\nwc -c\nexit 3\n";
    var result = guest.run(script, input, SHORT);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.output().strip()).isEqualTo("300000");
    assertThat(result.errors().strip()).isEqualTo("it's \"quoted\" $HOME ü");
  }

  @Test
  @Order(1)
  void aProgramsExitCodeComesThroughItsTerminalCommand() throws Exception {
    var result = commands.run(guest.terminalCommand("tty >/dev/null && exit 9; exit 4", false));
    assertThat(result.exitCode()).isEqualTo(4);
    var inTerminal = commands.run(guest.terminalCommand("tty >/dev/null && exit 9; exit 4", true));
    assertThat(inTerminal.exitCode()).isEqualTo(9);
  }

  @Test
  @Order(1)
  void theGuestsPortLeadsToOurSocket() throws Exception {
    assertThat(echoed()).isEqualTo("ping\n");
  }

  private String echoed() throws Exception {
    return run("exec 3<>/dev/tcp/127.0.0.1/3128; echo ping >&3; read -r -u 3 a; echo \"$a\"");
  }

  @Test
  @Order(2)
  void foldersAreMountedAtTheirOwnPathsWhateverTheirNames() throws Exception {
    var script =
        folders.stream().map(f -> f.mountScript(VmType.QEMU)).collect(Collectors.joining());
    timed("mount " + folders.size(), () -> run("set -e; sudo -n bash -s", script));
    for (var folder : folders.subList(1, folders.size())) {
      var file = folder.hostPath().resolve("from the guest");
      run("echo hello >" + Shell.quote(file.toString()));
      assertThat(file).hasContent("hello\n");
      assertThat(Files.getOwner(file)).isEqualTo(Files.getOwner(folder.hostPath()));
      assertThat(run("stat -c %U " + Shell.quote(file.toString()))).isEqualTo("agent\n");
    }
  }

  @Test
  @Order(3)
  void aReadOnlyFolderStaysSoForRoot() throws Exception {
    var folder = folders.getFirst();
    var file = folder.hostPath().resolve("new");
    var result =
        guest.run("sudo mount -o remount,rw " + folder.hostPath() + "; sudo touch " + file, SHORT);
    assertThat(result.exitCode()).isNotZero();
    assertThat(file).doesNotExist();
  }

  @Test
  @Order(3)
  void aLinkOutOfAFolderLeadsToTheGuestsOwnFile() throws Exception {
    var outside = Files.writeString(work.resolve("outside"), "secret");
    var link = folders.getLast().hostPath().resolve("link");
    Files.createSymbolicLink(link, outside);
    var result = guest.run("cat " + Shell.quote(link.toString()), SHORT);
    assertThat(result.output()).isEmpty();
    assertThat(result.exitCode()).isNotZero();
  }

  @ParameterizedTest
  @MethodSource("addressesOfTheHost")
  @Order(4)
  void rootCannotReachAPortOfTheHost(String address) throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getByName("::"))) {
      assertThat(opens(address, server.getLocalPort())).isFalse();
    }
  }

  /** QEMU's names for the host's loopback, and the host's own in its network. */
  static Stream<String> addressesOfTheHost() throws IOException {
    return Stream.concat(
        Stream.of("192.168.5.2", "fec0::2"),
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .limit(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "1.1.1.1"})
  @Order(4)
  void rootCannotReachANeighbourOrTheInternetEvenWithARouteOfItsOwn(String address)
      throws Exception {
    run("sudo ip route replace default via 192.168.5.2");
    assertThat(opens(address, 80)).isFalse();
  }

  @Test
  @Order(4)
  void rootCannotAskQemusOwnNameServer() throws Exception {
    var query = "\\x12\\x34\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\7example\\3com\\0\\0\\1\\0\\1";
    var script =
        "sudo bash -c 'exec 3<>/dev/udp/192.168.5.3/53; printf \""
            + query
            + "\" >&3; timeout 5 head -c 2 <&3 | wc -c'";
    assertThat(run(script).strip()).isEqualTo("0");
  }

  @Test
  @Order(4)
  void namesAreNotResolvedAndFailSoon() throws Exception {
    var begun = System.nanoTime();
    assertThat(guest.run("getent hosts example.com", SHORT).exitCode()).isNotZero();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  @Order(5)
  void aBrokenConnectionIsMadeAgainWithItsForwards() throws Exception {
    states.clear();
    masterProcess().destroyForcibly();
    timed(
        "reconnect",
        () ->
            assertThat(Deadline.reached(SHORT, () -> states.contains(ConnectionState.CONNECTED)))
                .isTrue());
    assertThat(echoed()).isEqualTo("ping\n");
  }

  @Test
  @Order(6)
  void aVmWithoutSettingsForTheWrapperIsNotStarted() throws Exception {
    var settings = new CloneSettings(1, ByteSize.ofMiB(512), List.of(), true);
    var folder = new OverlayClone(commands, limactl).create(TEMPLATE, "no-args", settings);
    Files.delete(folder.qemuArguments());
    var failure =
        catchThrowableOfType(
            LimaException.Failed.class, () -> limactl.start("no-args", BOOT, this::print));
    assertThat(failure.reason()).contains("paddock-qemu.args");
    assertThat(folder.vmProcess()).isEmpty();
    limactl.delete("no-args");
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  @Order(7)
  void theConnectionIsLostAtOnceWhenTheVmDies() throws Exception {
    limactl.instance(NAME).folder().vmProcess().orElseThrow().destroyForcibly();
    timed(
        "notice a dead VM",
        () ->
            assertThat(
                    Deadline.reached(
                        Duration.ofSeconds(10), () -> guest.state().get() == ConnectionState.LOST))
                .isTrue());
    assertThatThrownBy(() -> run("true")).isInstanceOf(LimaException.NoConnection.class);
  }

  @Test
  @Order(8)
  void killLeavesNothingOfTheVmAndTheOthersAlone() throws Exception {
    var folder = limactl.home().instance(NAME);
    timed("kill", () -> limactl.kill(NAME));
    assertThat(folder.path()).doesNotExist();
    assertThat(new InstanceProcesses(folder).find()).isEmpty();
    assertThat(limactl.list()).extracting(Instance::name).containsExactly(TEMPLATE);
    for (var shared : folders) {
      assertThat(shared.hostPath()).isDirectory();
    }
  }

  private void makeFolders() throws IOException {
    var names =
        List.of(
            "plain",
            "with space",
            "ümläut-日本",
            "comma,and=equals",
            "it's \"quoted\" `$HOME` \\ back",
            "hash # and % and & ;",
            "x".repeat(200),
            " lead",
            "nine");
    for (var name : names) {
      var folder = Files.createDirectories(work.resolve("host").resolve(name));
      folders.add(new SharedFolder("mount" + folders.size(), folder, folders.isEmpty()));
    }
  }

  private boolean opens(String address, int port) throws Exception {
    var script = "sudo timeout 5 bash -c '</dev/tcp/" + address + "/" + port + "'";
    return guest.run(script, SHORT).exitCode() == 0;
  }

  private ProcessHandle masterProcess() {
    return ProcessHandle.current()
        .children()
        .filter(p -> p.info().command().orElse("").endsWith("/ssh"))
        .findFirst()
        .orElseThrow();
  }

  private String run(String script) throws Exception {
    return run(script, "");
  }

  private String run(String script, String input) throws Exception {
    var result = guest.run(script, input.getBytes(StandardCharsets.UTF_8), SHORT);
    assertThat(result.exitCode()).as(result.errors()).isZero();
    return result.output();
  }

  private void print(String line) {
    System.out.println("  " + line);
  }

  private interface Work {
    void run() throws Exception;
  }

  private void timed(String what, Work work) throws Exception {
    var begun = System.nanoTime();
    work.run();
    System.out.printf("%s: %d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
  }
}
