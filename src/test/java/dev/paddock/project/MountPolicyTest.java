package dev.paddock.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountPolicyTest {
  @TempDir Path temporary;
  private Path root;
  private Path home;
  private MountPolicy policy;

  @BeforeEach
  void makeHome() throws Exception {
    root = temporary.toRealPath();
    home = Files.createDirectories(root.resolve("home/person"));
    policy = new MountPolicy(AppFolders.of(Map.of(), home));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "work/project",
        "with space",
        "it's \"odd\" # $HOME, `x`",
        "ümläut",
        "-rf",
        ".dotfiles"
      })
  void aProjectIsMountedWhateverItsName(String name) throws Exception {
    var project = folder(name);
    assertThat(policy.check(project, List.of())).containsExactly(new Mount(project, true));
  }

  @Test
  void aPathOf200CharactersIsFine() throws Exception {
    var project = folder("x".repeat(200));
    assertThat(policy.check(project, List.of())).hasSize(1);
  }

  @Test
  void aLinkIsReplacedByWhereItLeads() throws Exception {
    var project = folder("project");
    var link = Files.createSymbolicLink(home.resolve("link"), project);
    assertThat(policy.check(link, List.of())).containsExactly(new Mount(project, true));
  }

  @Test
  void aLinkDoesNotHideAForbiddenFolder() throws Exception {
    var link = Files.createSymbolicLink(folder("work").resolve("link"), folder(".ssh"));
    refused(link, "settings and logins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dotfiles/ssh", "dotfiles/ssh/keys", "dotfiles"})
  void whereALinkedLoginFolderReallyLiesIsRefused(String name) throws Exception {
    folder("dotfiles/ssh/keys");
    Files.createSymbolicLink(home.resolve(".ssh"), home.resolve("dotfiles/ssh"));
    refused(home.resolve(name), "settings and logins");
  }

  @Test
  void whatAllUsersShareIsRefused() {
    refused(Path.of("/var/tmp"), "all users");
  }

  @Test
  void aControlCharacterOfEightBitsIsRefused() throws Exception {
    refused(folder("a\u009bb"), "control character");
  }

  @Test
  void theHomeFolderAndWhatHoldsItAreRefused() {
    refused(home, "home folder");
    refused(root.resolve("home"), "home folder");
    refused(root, "home folder");
    refused(Path.of("/"), "home folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".ssh",
        ".gnupg",
        ".aws",
        ".claude",
        ".claude/projects",
        ".codex",
        ".copilot",
        ".config/gh",
        ".cache/claude-vm",
        ".local/share/keyrings",
        ".lima/default",
        ".docker",
        ".kube",
        ".cargo/bin",
        ".m2",
        ".vscode/extensions",
        "bin",
        "snap/firefox",
        "Library/Keychains"
      })
  void whereProgramsKeepLoginsIsRefused(String name) throws Exception {
    refused(folder(name), "settings and logins");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".paddock",
        ".paddock/vm",
        ".local/state/agent-vm",
        ".config/paddock",
        ".config",
        ".local"
      })
  void ourOwnFoldersAndTheirParentsAreRefused(String name) throws Exception {
    refused(folder(name), "its own files");
  }

  @Test
  void ourFoldersAreKnownWhereverTheyWereMovedTo() throws Exception {
    var elsewhere = Files.createDirectories(root.resolve("data/paddock"));
    var state = Files.createDirectories(root.resolve("other/state"));
    var moved =
        new MountPolicy(
            AppFolders.of(
                Map.of(
                    "PADDOCK_HOME", elsewhere.toString(), "AGENT_VM_STATE_DIR", state.toString()),
                home));
    for (var folder :
        List.of(
            Files.createDirectories(elsewhere.resolve("vm")),
            root.resolve("data"),
            state,
            Files.createDirectories(state.resolve("project-0123456789ab")),
            root.resolve("other"))) {
      assertThatThrownBy(() -> moved.check(folder, List.of()))
          .as(folder.toString())
          .isInstanceOf(FolderException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc", "/usr", "/usr/share", "/proc", "/sys", "/dev", "/var", "/bin"})
  void theSystemsFoldersAreRefused(String path) {
    refused(Path.of(path), "system");
  }

  @Test
  void aNameThatOnlyBeginsLikeAForbiddenOneIsFine() throws Exception {
    var project = folder(".ssh-notes");
    assertThat(policy.check(project, List.of())).hasSize(1);
  }

  @Test
  void whatIsMissingOrNoFolderIsToldAsSuch() throws Exception {
    var file = Files.writeString(home.resolve("file"), "x");
    for (var path : List.of(home.resolve("missing"), file, file.resolve("below"))) {
      assertThatThrownBy(() -> policy.check(path, List.of()))
          .isInstanceOfSatisfying(
              FolderException.class,
              e -> {
                assertThat(e.explain().what()).startsWith("There is no folder");
                assertThat(e.explain().code()).isEqualTo(ExitCode.NO_INPUT);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nbreak", "tab\there", "escape\u001b[2J", "delete\u007f"})
  void controlCharactersInAPathAreRefusedAndNotPrinted(String name) throws Exception {
    var project = folder(name);
    assertThatThrownBy(() -> policy.check(project, List.of()))
        .isInstanceOfSatisfying(
            FolderException.class,
            e -> {
              assertThat(e.explain().why()).contains("control character");
              assertThat(e.explain().what().chars().filter(c -> c < ' ' || c == 127)).isEmpty();
            });
  }

  @Test
  void furtherFoldersComeAfterTheProjectEachOnce() throws Exception {
    var project = folder("project");
    var nested = folder("project/nested");
    var other = folder("other");
    var link = Files.createSymbolicLink(home.resolve("link"), other);
    assertThat(policy.check(project, List.of(other, project, link, nested)))
        .extracting(Mount::path)
        .containsExactly(project, other, nested);
  }

  @Test
  void aForbiddenFurtherFolderRefusesAll() throws Exception {
    var project = folder("project");
    assertThatThrownBy(() -> policy.check(project, List.of(home)))
        .isInstanceOf(FolderException.class);
  }

  @Test
  void aVmHasRoomForSoManyFoldersAndNoMore() throws Exception {
    var project = folder("project");
    var many = IntStream.range(0, 24).mapToObj(i -> home.resolve("m" + i)).toList();
    for (var folder : many) {
      Files.createDirectory(folder);
    }
    assertThat(policy.check(project, many.subList(1, 24))).hasSize(24);
    assertThatThrownBy(() -> policy.check(project, many)).isInstanceOf(FolderException.class);
  }

  private void refused(Path path, String why) {
    assertThatThrownBy(() -> policy.check(path, List.of()))
        .isInstanceOfSatisfying(
            FolderException.class,
            e -> {
              assertThat(e.explain().why()).contains(why);
              assertThat(e.explain().code()).isEqualTo(ExitCode.REFUSED);
            });
  }

  private Path folder(String name) throws Exception {
    return Files.createDirectories(home.resolve(name));
  }
}
