package dev.paddock.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFoldersTest {
  private static final List<String> CLAUDE =
      List.of("claude-sessions/projects", "claude-sessions/todos");

  @TempDir Path temporary;
  private Path root;
  private StateFolders folders;

  @BeforeEach
  void makeRoot() throws Exception {
    root = temporary.toRealPath().resolve("state/agent-vm");
    folders = new StateFolders(root);
  }

  /** Digests by {@code printf %s PATH | sha256sum | cut -c1-12}, as agent-vm computes them. */
  @ParameterizedTest
  @CsvSource({
    "/home/user/my-app, my-app-62c1f4141e67",
    "/home/user/My App (2), My-App-2-d428a9dc2617",
    "/home/user/.dotfiles, dotfiles-cf6f425d2417",
    "/home/user/日本, project-e8d125ac99ac",
    "/srv/x__y--z, x-y-z-97f3e9176f8e"
  })
  void areNamedAsAgentVmNamesThem(String project, String name) {
    assertThat(folders.of(Path.of(project))).isEqualTo(root.resolve(name));
  }

  @Test
  void areMadeForTheOwnerOnly() throws Exception {
    var state = folders.of(Path.of("/p"));
    folders.create(state, CLAUDE);
    folders.create(state, CLAUDE);
    for (var folder : List.of(root, state, state.resolve("claude-sessions/projects"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatIsThereAlreadyIsKept() throws Exception {
    var state = folders.of(Path.of("/p"));
    var history = Files.createDirectories(state.resolve("claude-sessions/projects"));
    Files.writeString(history.resolve("old.jsonl"), "{}");
    folders.create(state, CLAUDE);
    assertThat(history.resolve("old.jsonl")).hasContent("{}");
    assertThat(state.resolve("claude-sessions/todos")).isDirectory();
  }

  @Test
  void aLinkThatAGuestPlantedIsNotFollowed() throws Exception {
    var outside = Files.createDirectories(temporary.resolve("outside"));
    var state = Files.createDirectories(folders.of(Path.of("/p")));
    Files.createSymbolicLink(state.resolve("claude-sessions"), outside);
    assertThatThrownBy(() -> folders.create(state, CLAUDE))
        .isInstanceOfSatisfying(
            FolderException.class, e -> assertThat(e.explain().what()).contains("claude-sessions"));
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aStateFolderThatIsALinkIsRefused() throws Exception {
    var outside = Files.createDirectories(temporary.resolve("outside"));
    Files.createDirectories(root);
    var state = folders.of(Path.of("/p"));
    Files.createSymbolicLink(state, outside);
    assertThatThrownBy(() -> folders.create(state, CLAUDE)).isInstanceOf(FolderException.class);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aFileInAFoldersPlaceIsRefused() throws Exception {
    var state = Files.createDirectories(folders.of(Path.of("/p")));
    Files.writeString(state.resolve("claude-sessions"), "x");
    assertThatThrownBy(() -> folders.create(state, CLAUDE)).isInstanceOf(FolderException.class);
    assertThat(state.resolve("claude-sessions")).hasContent("x");
  }

  @Test
  void thePersonsOwnLinkToTheRootIsResolvedForTheMount() throws Exception {
    Files.createDirectories(root);
    var link = Files.createSymbolicLink(temporary.resolve("link"), root);
    assertThat(new StateFolders(link).of(Path.of("/p"))).isEqualTo(folders.of(Path.of("/p")));
  }
}
