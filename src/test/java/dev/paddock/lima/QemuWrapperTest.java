package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Command;
import dev.paddock.base.CommandResult;
import dev.paddock.base.HostCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real script, with a QEMU that prints its arguments, one a line. */
class QemuWrapperTest {
  private static final String USER_NETWORK =
      "user,id=net0,net=192.168.5.0/24,hostfwd=tcp:127.0.0.1:44881-:22";

  @TempDir Path temporary;
  private Path folder;
  private Path qemu;
  private Path script;
  private InstanceFolder instance;

  @BeforeEach
  void install() throws Exception {
    folder = temporary.toRealPath();
    qemu = folder.resolve("real qemu");
    Files.writeString(qemu, "#!/bin/sh\nprintf '%s\\n' \"$@\"\necho qemu spoke >&2\n");
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwx------"));
    script = new QemuWrapper(folder.resolve("bin"), Map.of()).install();
    instance = new InstanceFolder(Files.createDirectories(folder.resolve("vm home/vm-1")));
  }

  @Test
  void aQuestionAboutQemuGoesThroughUntouched() throws Exception {
    var result = run("-M", "none", "-netdev", "help", "", "a b");
    assertThat(result.output()).isEqualTo("-M\nnone\n-netdev\nhelp\n\na b\n");
    assertThat(result.errors()).isEqualTo("qemu spoke\n");
  }

  @Test
  void aVmGetsAClosedNetworkAndItsFolders() throws Exception {
    var shared = Files.createDirectory(folder.resolve("it's, \"odd\" $HOME `x` \\n *"));
    new QemuArguments(true, List.of(new SharedFolder("mount0", shared, false))).write(instance);
    var result = start("-append", "root=/dev/vda  quiet", "-netdev", USER_NETWORK);
    assertThat(result.exitCode()).isZero();
    assertThat(result.output().lines())
        .containsExactly(
            "-append",
            "root=/dev/vda  quiet",
            "-netdev",
            USER_NETWORK + ",restrict=on",
            "-pidfile",
            instance.path() + "/qemu.pid",
            "-fsdev",
            "local,id=paddock-mount0,path="
                + shared.toString().replace(",", ",,")
                + ",security_model=none,multidevs=remap",
            "-device",
            "virtio-9p-pci,fsdev=paddock-mount0,mount_tag=mount0,addr=0x0a.0,multifunction=on");
    assertThat(instance.qemuLog()).hasContent("qemu spoke\n");
  }

  @Test
  void anOpenNetworkIsOpenOnlyWhereItWasAskedFor() throws Exception {
    new QemuArguments(false, List.of()).write(instance);
    assertThat(start("-netdev", USER_NETWORK).output().lines()).contains(USER_NETWORK);
  }

  @Test
  void aGuestCannotFillTheDiskThroughItsConsoles() throws Exception {
    var serial = "socket,id=char-serial,path=/x/serial.sock,server=on,wait=off";
    new QemuArguments(true, List.of()).write(instance);
    assertThat(
            start("-netdev", USER_NETWORK, "-chardev", serial + ",logfile=/x/serial.log")
                .output()
                .lines())
        .contains(serial)
        .noneMatch(l -> l.contains("logfile"));
    new QemuArguments(false, List.of()).write(instance);
    assertThat(
            start("-netdev", USER_NETWORK, "-chardev", serial + ",logfile=/x/serial.log")
                .output()
                .lines())
        .contains(serial + ",logfile=/x/serial.log");
  }

  @Test
  void withoutSettingsNoVmIsStarted() throws Exception {
    refused("no " + instance.qemuArguments(), "-netdev", USER_NETWORK);
  }

  @Test
  void settingsThatCannotBeReadStartNoVm() throws Exception {
    Files.createDirectory(instance.qemuArguments());
    refused("to read", "-netdev", USER_NETWORK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "paddock-qemu 1 restrict=on",
        "paddock-qemu 1 restrict=on\n",
        "paddock-qemu 1 restrict=on\nargument -S\nend",
        "paddock-qemu 1 restrict=on\nargument -S\nen",
        "paddock-qemu 1 restrict=maybe\nend\n",
        "paddock-qemu 2 restrict=on\nend\n",
        "paddock-qemu 1 restrict=on\n-S\nend\n"
      })
  void damagedSettingsStartNoVm(String text) throws Exception {
    Files.writeString(instance.qemuArguments(), text);
    refused("paddock-qemu.args", "-netdev", USER_NETWORK);
  }

  @Test
  void aVmWithoutTheNetworkThatCanBeClosedIsNotStarted() throws Exception {
    new QemuArguments(true, List.of()).write(instance);
    refused("0 user networks");
    refused("cannot be closed", "-netdev", USER_NETWORK, "-netdev", "socket,id=net1,fd=3");
    refused("cannot be closed", "-netdev", USER_NETWORK, "-nic", "user");
    refused("2 user networks", "-netdev", USER_NETWORK, "-netdev", "user,id=net1");
  }

  @Test
  void aLinkThatCameInAFoldersPlaceIsNotShared() throws Exception {
    var shared = Files.createDirectory(folder.resolve("project"));
    new QemuArguments(true, List.of(new SharedFolder("mount0", shared, false))).write(instance);
    Files.delete(shared);
    refused("is not the folder", "-netdev", USER_NETWORK);
    Files.createSymbolicLink(shared, folder);
    refused("is not the folder", "-netdev", USER_NETWORK);
  }

  @Test
  void theScriptIsRepairedAndOtherwiseLeftAlone() throws Exception {
    var wrapper = new QemuWrapper(folder.resolve("bin"), Map.of());
    var written = Files.getLastModifiedTime(script);
    var inode = Files.getAttribute(script, "unix:ino");
    wrapper.install();
    assertThat(Files.getAttribute(script, "unix:ino")).isEqualTo(inode);
    assertThat(Files.getLastModifiedTime(script)).isEqualTo(written);
    var whole = Files.readString(script);
    Files.writeString(script, whole.replace("restrict=on", "restrict=no"));
    wrapper.install();
    assertThat(script).hasContent(whole).isExecutable();
    try (var files = Files.list(folder.resolve("bin"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aQemuThatThePersonChoseIsKeptAndOurselvesAreNot() {
    var name = Arch.host() == Arch.X86_64 ? "QEMU_SYSTEM_X86_64" : "QEMU_SYSTEM_AARCH64";
    var bin = folder.resolve("bin");
    assertThat(new QemuWrapper(bin, Map.of(name, "/opt/qemu")).variables())
        .containsEntry("PADDOCK_QEMU", "/opt/qemu");
    assertThat(new QemuWrapper(bin, Map.of()).variables()).doesNotContainKey("PADDOCK_QEMU");
    var ours = new QemuWrapper(bin, Map.of()).variables().get(name);
    assertThat(new QemuWrapper(bin, Map.of(name, String.valueOf(ours))).variables())
        .doesNotContainKey("PADDOCK_QEMU");
  }

  private void refused(String reason, String... arguments) throws Exception {
    var result = start(arguments);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("paddock-qemu: ", reason);
    assertThat(instance.qemuLog()).content().contains(reason);
  }

  private CommandResult start(String... arguments) throws Exception {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-pidfile", instance.path() + "/qemu.pid"));
    return run(all.toArray(String[]::new));
  }

  private CommandResult run(String... arguments) throws Exception {
    var argv = new ArrayList<>(List.of(script.toString()));
    argv.addAll(List.of(arguments));
    return new HostCommands().run(Command.of(argv).with("PADDOCK_QEMU", qemu.toString()));
  }
}
