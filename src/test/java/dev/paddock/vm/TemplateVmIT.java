package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.agent.Agents;
import dev.paddock.base.AppFolders;
import dev.paddock.base.ByteSize;
import dev.paddock.base.CancelledException;
import dev.paddock.base.HostCommands;
import dev.paddock.base.Signal;
import dev.paddock.lima.CloneSettings;
import dev.paddock.lima.GuestConnection;
import dev.paddock.lima.LimaHome;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.OverlayClone;
import dev.paddock.lima.QemuWrapper;
import dev.paddock.template.BuildHost;
import dev.paddock.template.BuildPhase;
import dev.paddock.template.BuildProgress;
import dev.paddock.template.LimaTemplateBuilder;
import dev.paddock.template.PhaseProgress;
import dev.paddock.template.Template;
import dev.paddock.template.TemplateChoices;
import dev.paddock.template.TemplateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A template that was built in a real VM, and VMs made from it. */
@Tag("vm")
class TemplateVmIT {
  private static final Duration BOOT = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofMinutes(5);

  /** What tells one VM from another, and what a build must not leave behind. */
  private static final String LOOK =
      """
      echo "host-key=$(ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub | cut -d' ' -f2)"
      echo "machine-id=$(cat /etc/machine-id)"
      echo "host-name=$(hostname)"
      echo "claude=$(claude --version)"
      echo "opencode=$(opencode --version)"
      echo "codex=$(codex --version)"
      echo "copilot=$(copilot --version | head -n 1)"
      echo "logs=$(sudo grep -rl 'lima-[b]uild-' /var/log 2>/dev/null | tr '\\n' ' ')"
      echo "history=$(ls -a ~ | grep -c history)"
      echo "sshd=$(sudo /usr/sbin/sshd -T | grep -c -e '^persourcepenalties no' -e '^maxsessions 100')"
      """;

  private final HostCommands commands = new HostCommands();
  private Map<String, String> environment;
  private AppFolders folders;
  private Limactl limactl;
  private Template template;

  @BeforeEach
  void takeTheTemplate() throws Exception {
    var lab = VmLab.require();
    environment = new HashMap<>(System.getenv());
    environment.put("PADDOCK_HOME", lab.home().toString());
    folders = AppFolders.of(environment, lab.home().resolve("nobody"));
    var wrapper = new QemuWrapper(folders.state(), environment);
    wrapper.install();
    limactl = new Limactl(commands, new LimaHome(folders.lima()), wrapper);
    template = new TemplateStore(folders).require();
  }

  @Test
  void theTemplateCarriesWhatItWasMadeOf() throws Exception {
    var manifest = template.manifest();

    assertThat(template.name()).matches("template-\\d{8}-[0-9a-f]{6}");
    assertThat(manifest.agents())
        .containsOnlyKeys("claude", "opencode", "codex", "copilot")
        .containsEntry("claude", "2.1.330");
    assertThat(manifest.imageDigest()).startsWith("sha512:");
    assertThat(manifest.packages()).contains("git", "gh");
    var disk = template.folder().resolve("disk");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(disk)))
        .isEqualTo("r--------");
    assertThat(names(template.folder()))
        .noneMatch(name -> name.endsWith(".log") || name.endsWith(".pid") || name.contains(".sock"))
        .doesNotContain("paddock-qemu.args", "cidata.iso");
  }

  @Test
  void itsClonesHaveTheAgentAndAnIdentityOfTheirOwn() throws Exception {
    var disk = template.folder().resolve("disk");
    var before = Files.getLastModifiedTime(disk);

    var first = look("look-one");
    var second = look("look-two");

    assertThat(first)
        .containsEntry("claude", "2.1.330 (Claude Code)")
        .containsEntry("opencode", "1.18.33")
        .containsEntry("codex", "codex-cli 0.169.0");
    assertThat(first.get("copilot")).contains("1.0.102");
    assertThat(first.get("machine-id")).hasSize(32).isNotEqualTo(second.get("machine-id"));
    assertThat(first.get("host-key")).startsWith("SHA256:").isNotEqualTo(second.get("host-key"));
    assertThat(first.get("host-name")).isNotEqualTo(second.get("host-name"));
    assertThat(first).containsEntry("logs", "").containsEntry("history", "0");
    assertThat(first).containsEntry("sshd", "2");
    assertThat(Files.getLastModifiedTime(disk)).isEqualTo(before);
  }

  @Test
  void aBuildThatIsCancelledLeavesNothingAndKeepsTheOldTemplate() throws Exception {
    var progress = new Signal<>(BuildProgress.waiting());
    var build = Thread.currentThread();
    try (var _ = progress.subscribe(p -> interruptAtBoot(p, build))) {
      assertThatThrownBy(() -> builder().build(choices(), progress))
          .isInstanceOf(CancelledException.class);
    }

    assertThat(progress.get().of(BuildPhase.BOOT).state()).isEqualTo(PhaseProgress.State.FAILED);
    assertThat(names(folders.lima())).noneMatch(name -> name.contains("build-"));
    assertThat(names(folders.state())).noneMatch(name -> name.endsWith(".yaml"));
    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
        .noneMatch(line -> line.contains(folders.lima() + "/build-"));
    assertThat(new TemplateStore(folders).require().name()).isEqualTo(template.name());
  }

  /** At the first line of its progress: the VM's processes are there. */
  private static void interruptAtBoot(BuildProgress progress, Thread build) {
    var boot = progress.of(BuildPhase.BOOT);
    if (boot.state() == PhaseProgress.State.ACTIVE && !boot.detail().isEmpty()) {
      build.interrupt();
    }
  }

  private LimaTemplateBuilder builder() {
    var host = new BuildHost(folders, environment, Agents.builtIn(), limactl, commands, commands);
    return new LimaTemplateBuilder(host, new TemplateStore(folders));
  }

  /** Without an agent: what is cancelled later needs none. */
  private static TemplateChoices choices() {
    return new TemplateChoices(
        true, 6, 1, Optional.ofNullable(System.getenv("PADDOCK_TEST_IMAGE")), List.of());
  }

  private Map<String, String> look(String name) throws Exception {
    new OverlayClone(commands, limactl)
        .create(template.name(), name, new CloneSettings(2, ByteSize.ofGiB(1), List.of(), true));
    try {
      limactl.start(name, BOOT, line -> {});
      var instance = limactl.instance(name);
      try (var guest = GuestConnection.open(commands, commands, instance, List.of(), STEP)) {
        var result = guest.run(LOOK, STEP);
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return result
            .output()
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip()));
      }
    } finally {
      limactl.kill(name);
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(f -> String.valueOf(f.getFileName())).toList();
    }
  }
}
