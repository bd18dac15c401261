package dev.paddock.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.project.RuntimeScript.Approval;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeScriptsTest {
  @TempDir Path folder;
  private Path project;
  private Path file;
  private RuntimeScripts scripts;

  @BeforeEach
  void makeProject() throws Exception {
    project = Files.createDirectory(folder.resolve("project"));
    file = project.resolve(".claude-vm.runtime.sh");
    scripts = new RuntimeScripts(folder.resolve("state"));
  }

  @Test
  void aProjectWithoutAScriptHasNone() {
    assertThat(scripts.find(project)).isEmpty();
  }

  @Test
  void aNewScriptAsksAndAnAllowedOneDoesNot() throws Exception {
    Files.writeString(file, "npm ci\n");
    var script = scripts.find(project).orElseThrow();
    assertThat(script.approval()).isEqualTo(Approval.NEW);
    assertThat(script.text()).isEqualTo("npm ci\n");
    assertThat(script.sha256())
        .isEqualTo("c2c663b8f694dce366b91a792891bf819c89e0eea4895622b7eadafe6704b7d6");
    scripts.allow(script);
    assertThat(approval()).isEqualTo(Approval.ALLOWED);
    assertThat(approvalAfterARestart()).isEqualTo(Approval.ALLOWED);
  }

  @Test
  void aChangeAsksAgainAndTheOldContentIsNotAllowedForEver() throws Exception {
    Files.writeString(file, "one");
    scripts.allow(scripts.find(project).orElseThrow());
    Files.writeString(file, "two");
    assertThat(approval()).isEqualTo(Approval.CHANGED);
    scripts.allow(scripts.find(project).orElseThrow());
    Files.writeString(file, "one");
    assertThat(approval()).isEqualTo(Approval.CHANGED);
  }

  @Test
  void aScriptAllowedInOneProjectIsNotAllowedInAnother() throws Exception {
    Files.writeString(file, "one");
    scripts.allow(scripts.find(project).orElseThrow());
    var other = Files.createDirectory(folder.resolve("other"));
    Files.copy(file, other.resolve(".claude-vm.runtime.sh"));
    assertThat(scripts.find(other).orElseThrow().approval()).isEqualTo(Approval.NEW);
  }

  @Test
  void damagedApprovalsAllowNothing() throws Exception {
    Files.writeString(file, "one");
    scripts.allow(scripts.find(project).orElseThrow());
    Files.writeString(folder.resolve("state/runtime-scripts.json"), "{\"broken");
    assertThat(approval()).isEqualTo(Approval.NEW);
  }

  @Test
  void aLinkAFolderAPipeOrAHugeFileIsNoScript() throws Exception {
    var outside = Files.writeString(folder.resolve("outside"), "secret");
    Files.createSymbolicLink(file, outside);
    assertThat(scripts.find(project)).isEmpty();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(scripts.find(project)).isEmpty();
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertThat(scripts.find(project)).isEmpty();
    Files.delete(file);
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(scripts.find(project)).isEmpty();
    Files.write(file, new byte[1 << 20]);
    assertThat(scripts.find(project)).isPresent();
  }

  private Approval approval() {
    return scripts.find(project).orElseThrow().approval();
  }

  private Approval approvalAfterARestart() {
    var again = new RuntimeScripts(folder.resolve("state"));
    return again.find(project).orElseThrow().approval();
  }
}
