package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.ByteSize;
import dev.paddock.base.Command;
import dev.paddock.base.CommandResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayCloneTest {
  @TempDir Path folder;
  private LimaHome home;
  private InstanceFolder template;

  @BeforeEach
  void makeTemplate() throws Exception {
    home = new LimaHome(Files.createDirectory(folder.resolve("vm")));
    template = home.instance("template");
    Files.createDirectory(template.path());
    Files.writeString(template.disk(), "disk");
    Files.writeString(template.limaVersion(), "2.2.0");
    Files.writeString(template.cloudConfig(), "#cloud-config");
    Files.writeString(template.path().resolve("kernel"), "kernel");
    Files.writeString(template.path().resolve("ha.stderr.log"), "old log");
    Files.writeString(template.path().resolve("paddock-template.json"), "{}");
    writeSpec(VmType.QEMU);
  }

  @Test
  void theDiskIsALayerOverTheTemplatesByItsAbsolutePath() throws Exception {
    var commands = new FakeCommands(OverlayCloneTest::tools);
    var clone = clone(commands).create("template", "claude-0a1b2c", settings());
    assertThat(commands.asked.getFirst().argv())
        .startsWith("qemu-img", "create")
        .containsSequence("-F", "qcow2", "-b", template.disk().toString());
    assertThat(clone.disk()).hasContent("layer");
    assertThat(template.disk()).hasContent("disk");
  }

  @Test
  void onlyWhatACloneNeedsIsTaken() throws Exception {
    var clone =
        clone(new FakeCommands(OverlayCloneTest::tools))
            .create("template", "claude-0a1b2c", settings());
    try (var files = Files.list(clone.path())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "disk",
              "kernel",
              "lima-version",
              "cloud-config.yaml",
              "lima.yaml",
              "paddock-qemu.args");
    }
    assertThat(clone.qemuArguments()).content().contains("restrict=on", "path=/project,");
  }

  @Test
  void theConfigurationIsTheTemplatesWithMemoryOfItsOwnAndNoDns() throws Exception {
    var clone =
        clone(new FakeCommands(OverlayCloneTest::tools))
            .create("template", "claude-0a1b2c", settings());
    var before = LimaYaml.read(template.limaYaml());
    var after = LimaYaml.read(clone.limaYaml());
    assertThat(after.path("memory").asText()).isEqualTo("3072MiB");
    assertThat(after.path("cpus").asInt()).isEqualTo(4);
    assertThat(after.path("dns").path(0).asText()).isEqualTo("127.0.0.1");
    for (var same : List.of("user", "images", "portForwards", "plain", "ssh", "disk")) {
      assertThat(after.path(same)).isEqualTo(before.path(same));
    }
  }

  @Test
  void aFailureLeavesNothing() throws Exception {
    var commands = FakeCommands.failing("qemu-img: No space left on device");
    assertThatThrownBy(() -> clone(commands).create("template", "claude-0a1b2c", settings()))
        .isInstanceOfSatisfying(
            LimaException.Failed.class, e -> assertThat(e.reason()).contains("No space left"));
    assertOnlyTheTemplateIsThere();
  }

  @Test
  void halfACloneOfACrashIsReplaced() throws Exception {
    var clone = home.instance("claude-0a1b2c");
    Files.createDirectory(clone.draft());
    Files.writeString(clone.draft().resolve("disk"), "half");
    clone(new FakeCommands(OverlayCloneTest::tools)).create("template", clone.name(), settings());
    assertThat(clone.disk()).hasContent("layer");
    assertThat(clone.draft()).doesNotExist();
  }

  @Test
  void aNameInUseIsRefusedAndLeftAlone() throws Exception {
    var existing = home.instance("claude-0a1b2c");
    Files.createDirectory(existing.path());
    Files.writeString(existing.disk(), "precious");
    var commands = new FakeCommands(OverlayCloneTest::tools);
    assertThatThrownBy(() -> clone(commands).create("template", existing.name(), settings()))
        .isInstanceOf(LimaException.Failed.class);
    assertThat(existing.disk()).hasContent("precious");
  }

  @Test
  void aMissingTemplateIsToldAsSuch() {
    assertThatThrownBy(
            () -> clone(FakeCommands.printing("")).create("other", "claude-0a1b2c", settings()))
        .isInstanceOf(LimaException.Missing.class);
  }

  @Test
  void undoRemovesTheCloneButNotWhatItSharesWithTheTemplate() throws Exception {
    var overlay = clone(new FakeCommands(OverlayCloneTest::tools));
    overlay.create("template", "claude-0a1b2c", settings());
    overlay.undo("claude-0a1b2c");
    overlay.undo("claude-0a1b2c");
    assertOnlyTheTemplateIsThere();
    assertThat(template.path().resolve("kernel")).hasContent("kernel");
  }

  @Test
  void underVzLimaCopiesAndSharesTheFolders() throws Exception {
    writeSpec(VmType.VZ);
    var commands = new FakeCommands(this::limactlClone);
    var clone = clone(commands).create("template", "claude-0a1b2c", settings());
    var yaml = LimaYaml.read(clone.limaYaml());
    assertThat(yaml.path("mountType").asText()).isEqualTo("virtiofs");
    assertThat(yaml.path("mounts").path(0).path("location").asText()).isEqualTo("/project");
    assertThat(yaml.path("mounts").path(0).path("mountPoint").asText())
        .isEqualTo("/mnt/paddock/mount0");
    assertThat(yaml.path("mounts").path(0).path("writable").asBoolean()).isTrue();
  }

  private void assertOnlyTheTemplateIsThere() throws IOException {
    try (var files = Files.list(home.root())) {
      assertThat(files).containsExactly(template.path());
    }
  }

  private OverlayClone clone(FakeCommands commands) {
    var wrapper = new QemuWrapper(folder.resolve("bin"), Map.of());
    return new OverlayClone(commands, new Limactl(commands, home, wrapper));
  }

  private void writeSpec(VmType type) throws IOException {
    var image = new VmImage("/img", Optional.empty(), Optional.empty(), true);
    var size = ByteSize.ofGiB(2);
    Files.writeString(
        template.limaYaml(), new VmSpec(type, Arch.X86_64, image, 2, size, size, true).yaml());
  }

  private static CloneSettings settings() {
    var project = new SharedFolder("mount0", Path.of("/project"), false);
    return new CloneSettings(4, ByteSize.ofGiB(3), List.of(project), true);
  }

  private static CommandResult tools(Command command) {
    write(Path.of(command.argv().getLast()), "layer");
    return new CommandResult(0, "", "");
  }

  private CommandResult limactlClone(Command command) {
    assertThat(command.argv()).endsWith("clone", "template", "claude-0a1b2c");
    try {
      Files.createDirectory(home.instance("claude-0a1b2c").path());
      Files.copy(template.limaYaml(), home.instance("claude-0a1b2c").limaYaml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandResult(0, "", "");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
