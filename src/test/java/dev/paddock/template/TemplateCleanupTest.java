package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.AppFolders;
import dev.paddock.base.Json;
import dev.paddock.lima.LimaHome;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.QemuWrapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCleanupTest {
  private static final String CURRENT = "template-20261124-aaaaaa";
  private static final String OLD = "template-20261101-bbbbbb";

  @TempDir Path root;
  private AppFolders folders;
  private TemplateCleanup cleanup;

  @BeforeEach
  void makeTemplates() throws Exception {
    folders = AppFolders.of(Map.of("PADDOCK_HOME", root.toString()), root.resolve("home"));
    var store = new TemplateStore(folders);
    var limactl =
        new Limactl(
            new FakeLima(folders.lima()),
            new LimaHome(folders.lima()),
            new QemuWrapper(folders.state(), Map.of()));
    cleanup = new TemplateCleanup(folders, store, limactl);
    var folder = FakeLima.make(folders.lima().resolve(CURRENT));
    Files.write(
        folder.resolve(TemplateStore.MANIFEST),
        Json.mapper().writeValueAsBytes(TemplateStoreTest.MANIFEST));
    store.makeCurrent(new Template(CURRENT, folder, TemplateStoreTest.MANIFEST));
    FakeLima.make(folders.lima().resolve(OLD));
  }

  @Test
  void removesBuildsThatDiedAndOldTemplates() throws Exception {
    FakeLima.make(folders.lima().resolve("build-0a1b2c"));

    assertThat(cleanup.run()).containsExactlyInAnyOrder("build-0a1b2c", OLD);
    assertThat(folders.lima()).isDirectoryNotContaining("glob:**/build-*");
    assertThat(folders.lima().resolve(OLD)).doesNotExist();
    assertThat(folders.lima().resolve(CURRENT)).exists();
  }

  @Test
  void keepsAnOldTemplateThatASessionsDiskIsBasedOn() throws Exception {
    overlay(folders.lima().resolve("claude-1a2b3c"), folders.lima().resolve(OLD).resolve("disk"));

    assertThat(cleanup.run()).isEmpty();
    assertThat(folders.lima().resolve(OLD)).exists();
  }

  @Test
  void keepsAnOldTemplateThatASessionIsJustBeingMadeFrom() throws Exception {
    var draft = folders.lima().resolve(".claude-1a2b3c.new");
    overlay(draft, folders.lima().resolve(OLD).resolve("disk"));

    assertThat(cleanup.run()).isEmpty();
  }

  @Test
  void touchesNothingElse() throws Exception {
    FakeLima.make(folders.lima().resolve("build-mine"));
    FakeLima.make(folders.lima().resolve("claude-1a2b3c"));

    assertThat(cleanup.run()).containsExactly(OLD);
  }

  @Test
  void waitsForNoBuildThatIsUnderWay() throws Exception {
    FakeLima.make(folders.lima().resolve("build-0a1b2c"));
    try (var _ = BuildLock.tryIn(folders.state()).orElseThrow()) {
      assertThat(cleanup.run()).isEmpty();
    }
    assertThat(cleanup.run()).contains("build-0a1b2c");
  }

  /** A qcow2 header as qemu-img writes it: magic, version, offset and length of the base's name. */
  private static void overlay(Path folder, Path base) throws Exception {
    FakeLima.make(folder);
    var name = base.toString().getBytes(StandardCharsets.UTF_8);
    var header = ByteBuffer.allocate(512 + name.length);
    header.put(new byte[] {'Q', 'F', 'I', (byte) 0xfb}).putInt(3).putLong(512).putInt(name.length);
    header.position(512).put(name);
    Files.write(folder.resolve("disk"), header.array());
  }
}
