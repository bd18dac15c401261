package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.agent.Agents;
import dev.paddock.base.AppFolders;
import dev.paddock.base.CancelledException;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.base.Signal;
import dev.paddock.lima.LimaException;
import dev.paddock.lima.LimaHome;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.QemuWrapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a build fails; that it works is shown with a real VM. */
class LimaTemplateBuilderTest {
  private static final String BEFORE = "template-20261101-aaaaaa";

  @TempDir Path root;
  private final Signal<BuildProgress> progress = new Signal<>(BuildProgress.waiting());
  private AppFolders folders;
  private FakeLima lima;
  private TemplateStore store;
  private LimaTemplateBuilder builder;
  private Path image;

  @BeforeEach
  void makeATemplate() throws Exception {
    folders = AppFolders.of(Map.of("PADDOCK_HOME", root.toString()), root.resolve("home"));
    lima = new FakeLima(folders.lima());
    store = new TemplateStore(folders);
    var limactl =
        new Limactl(lima, new LimaHome(folders.lima()), new QemuWrapper(folders.state(), Map.of()));
    var host =
        new BuildHost(
            folders,
            Map.of(),
            Agents.builtIn(),
            limactl,
            lima,
            command -> {
              throw new AssertionError("no ssh before the VM runs");
            });
    builder = new LimaTemplateBuilder(host, store);
    image = Files.writeString(root.resolve("image.qcow2"), "an image");
    var folder = FakeLima.make(folders.lima().resolve(BEFORE));
    Files.write(
        folder.resolve(TemplateStore.MANIFEST),
        Json.mapper().writeValueAsBytes(TemplateStoreTest.MANIFEST));
    store.makeCurrent(new Template(BEFORE, folder, TemplateStoreTest.MANIFEST));
  }

  @Test
  void aVmThatCannotBeMadeLeavesNothing() throws Exception {
    lima.fail("create", "it does not like the image");

    assertThatThrownBy(() -> build(choices())).isInstanceOf(LimaException.Failed.class);
    assertNothingLeftAndTheOldTemplateStands();
    assertThat(state(BuildPhase.IMAGE)).isEqualTo(PhaseProgress.State.DONE);
    assertThat(state(BuildPhase.CREATE)).isEqualTo(PhaseProgress.State.FAILED);
    assertThat(state(BuildPhase.BOOT)).isEqualTo(PhaseProgress.State.WAITING);
  }

  @Test
  void aVmThatDoesNotBootIsRemoved() throws Exception {
    lima.fail("start", "it does not answer");

    assertThatThrownBy(() -> build(choices())).isInstanceOf(LimaException.Failed.class);
    assertThat(lima.verbs().getLast()).startsWith("delete build-");
    assertNothingLeftAndTheOldTemplateStands();
  }

  @Test
  void aFullDiskIsNamedAsSuch() throws Exception {
    lima.fail("create", "write /x/disk: no space left on device");

    assertThatThrownBy(() -> build(choices()))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> assertThat(e.kind()).isEqualTo(TemplateException.Kind.DISK_FULL));
    assertNothingLeftAndTheOldTemplateStands();
  }

  @Test
  void anInterruptIsACancel() throws Exception {
    try (var _ =
        progress.subscribe(p -> {
          if (p.of(BuildPhase.IMAGE).state() == PhaseProgress.State.ACTIVE) {
            Thread.currentThread().interrupt();
          }
        })) {
      assertThatThrownBy(() -> build(choices())).isInstanceOf(CancelledException.class);
    }
    assertNothingLeftAndTheOldTemplateStands();
  }

  @Test
  void twoBuildsAtATimeAreOneTooMany() throws Exception {
    try (var _ = BuildLock.tryIn(folders.state()).orElseThrow()) {
      assertThatThrownBy(() -> build(choices()))
          .isInstanceOfSatisfying(
              TemplateException.class,
              e -> assertThat(e.kind()).isEqualTo(TemplateException.Kind.BUSY));
    }
    assertThat(lima.verbs()).isEmpty();
  }

  @Test
  void refusesChoicesThatMakeNoSense() {
    for (var wrong :
        List.of(
            new TemplateChoices(true, 1, 4, image(), List.of()),
            new TemplateChoices(true, 30, 0, image(), List.of()),
            new TemplateChoices(true, 30, 4, image(), List.of("hal")))) {
      assertThatThrownBy(() -> build(wrong)).isInstanceOf(TemplateException.class);
    }
    assertThat(lima.verbs()).isEmpty();
  }

  @Test
  void keepsALogOfAFailure() {
    lima.fail("create", "it does not like the image");

    assertThatThrownBy(() -> build(choices())).isInstanceOf(LimaException.class);
    assertThat(progress.get().log().orElseThrow())
        .content()
        .contains("Create the VM: FAILED after");
  }

  private void build(TemplateChoices choices) throws ExplainedException {
    builder.build(choices, progress);
  }

  private TemplateChoices choices() {
    return new TemplateChoices(true, 6, 1, image(), List.of());
  }

  private Optional<String> image() {
    return Optional.of(image.toString());
  }

  private PhaseProgress.State state(BuildPhase phase) {
    return progress.get().of(phase).state();
  }

  private void assertNothingLeftAndTheOldTemplateStands() throws Exception {
    try (var instances = Files.list(folders.lima())) {
      assertThat(instances.map(p -> p.getFileName().toString())).containsExactly(BEFORE);
    }
    try (var files = Files.list(folders.state())) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("logs", "template.json", "template.lock");
    }
    assertThat(store.require().name()).isEqualTo(BEFORE);
  }
}
