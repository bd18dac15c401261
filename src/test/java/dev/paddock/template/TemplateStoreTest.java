package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ExitCode;
import dev.paddock.base.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateStoreTest {
  static final TemplateManifest MANIFEST =
      new TemplateManifest(
          1,
          Instant.parse("2026-11-24T08:00:00Z"),
          new TemplateChoices(true, 30, 4, Optional.of("/images/x.qcow2"), List.of("claude")),
          "/images/x.qcow2",
          "sha512:00",
          Map.of("claude", "2.1.330"),
          "",
          List.of("git"));

  @TempDir Path root;
  private AppFolders folders;
  private TemplateStore store;

  @BeforeEach
  void open() {
    folders = AppFolders.of(Map.of("PADDOCK_HOME", root.toString()), root.resolve("home"));
    store = new TemplateStore(folders);
  }

  @Test
  void saysAgentVmsSentenceWhereThereIsNone() throws Exception {
    assertThat(store.current()).isEmpty();
    assertThatThrownBy(() -> store.require())
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> {
              assertThat(e.explain().what())
                  .isEqualTo("Template VM not found. Run 'paddock setup' first.");
              assertThat(e.explain().code()).isEqualTo(ExitCode.FAILED);
            });
  }

  @Test
  void findsTheTemplateThatWasMadeCurrent() throws Exception {
    var template = make("template-20261124-0a1b2c");

    store.makeCurrent(template);

    assertThat(new TemplateStore(folders).require()).isEqualTo(template);
  }

  @Test
  void noticesAMissingDisk() throws Exception {
    var template = make("template-20261124-0a1b2c");
    store.makeCurrent(template);
    Files.delete(template.folder().resolve("disk"));

    assertDamaged("missing");
  }

  @Test
  void noticesADiskOfAnotherSize() throws Exception {
    var template = make("template-20261124-0a1b2c");
    store.makeCurrent(template);
    Files.writeString(template.folder().resolve("disk"), "cut");

    assertDamaged("another size");
  }

  @Test
  void noticesAnUnreadableManifest() throws Exception {
    var template = make("template-20261124-0a1b2c");
    store.makeCurrent(template);
    Files.writeString(template.folder().resolve(TemplateStore.MANIFEST), "{");

    assertDamaged("cannot be read");
  }

  @Test
  void believesNoNameThatLeadsElsewhere() throws Exception {
    Files.createDirectories(folders.state());
    Files.writeString(
        folders.state().resolve("template.json"),
        "{\"version\":1,\"name\":\"../../etc\",\"diskBytes\":1}");

    assertDamaged("cannot be read");
  }

  private void assertDamaged(String reason) {
    assertThatThrownBy(() -> store.current())
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(TemplateException.Kind.DAMAGED);
              assertThat(e.explain().why()).contains(reason);
              assertThat(e.explain().fix()).contains("paddock setup");
            });
  }

  private Template make(String name) throws Exception {
    var folder = FakeLima.make(folders.lima().resolve(name));
    Files.write(folder.resolve(TemplateStore.MANIFEST), Json.mapper().writeValueAsBytes(MANIFEST));
    return new Template(name, folder, MANIFEST);
  }
}
