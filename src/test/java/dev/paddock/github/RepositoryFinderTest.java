package dev.paddock.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryFinderTest {
  private static final Repository ORIGIN = new Repository("github.com", "owner", "repo");

  @TempDir Path folder;
  private Path project;
  private final RepositoryFinder finder = new RepositoryFinder();

  @BeforeEach
  void makeProject() throws Exception {
    project = Files.createDirectory(folder.resolve("project"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/owner/repo.git",
        "https://github.com/owner/repo",
        "https://github.com/owner/repo/",
        "https://user:token@github.com/owner/repo.git",
        "git@github.com:owner/repo.git",
        "github.com:owner/repo",
        "git@github.com:/owner/repo.git",
        "ssh://git@github.com/owner/repo.git",
        "ssh://git@github.com:22/owner/repo.git",
        "ssh://git@ssh.github.com:443/owner/repo.git",
        "git://github.com/owner/repo.git",
        " https://github.com/owner/repo.git "
      })
  void everyWayToWriteAnAddressMeansTheSameRepository(String url) {
    assertThat(RepositoryFinder.repository(url)).contains(ORIGIN);
  }

  /** One of the guest's; trimming its slashes took minutes. */
  @Test
  void aHugeAddressIsNoRepository() {
    assertThat(RepositoryFinder.repository("https://h/a" + "/".repeat(900_000) + "x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/srv/git/repo.git",
        "../repo.git",
        "file:///srv/git/repo.git",
        "https://github.com/owner",
        "https://github.com/owner/repo/more",
        "https://github.com//repo",
        "https://github.com/owner/../repo",
        "https://github.com/own er/repo",
        "https://github.com/owner/re\u001b[2Jpo",
        "https://git hub.com/owner/repo",
        "https://github.com/owner/.git",
        "https://github.com/../repo",
        "ext::sh -c evil%",
        "C:\\work\\repo"
      })
  void whatIsNoRepositoryOnAHostIsLeftOut(String url) {
    assertThat(RepositoryFinder.repository(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"github.com, GitHub.com", "gitlab.example.org, gitlab.example.org"})
  void theHostIsPartOfTheRepository(String host, String written) {
    assertThat(RepositoryFinder.repository("https://" + written + "/owner/repo"))
        .contains(new Repository(host, "owner", "repo"));
  }

  @Test
  void originComesFirstAndEachRepositoryOnce() throws Exception {
    config(
        project,
        remote("fork", "git@github.com:fork/repo.git")
            + remote("origin", "git@github.com:owner/repo.git")
            + remote("same", "https://github.com/owner/repo"));
    var other = Files.createDirectory(folder.resolve("other"));
    config(other, remote("origin", "https://github.com/owner/other"));
    assertThat(finder.find(List.of(project, other, project)))
        .containsExactly(
            ORIGIN,
            new Repository("github.com", "fork", "repo"),
            new Repository("github.com", "owner", "other"));
  }

  @Test
  void submodulesCountOneLevelDeep() throws Exception {
    var modules =
        """
        [submodule "lib"]
            path = lib
            url = https://github.com/owner/lib.git
        [submodule "local"]
            path = l
            url = ../local.git
        """;
    Files.writeString(project.resolve(".gitmodules"), modules);
    assertThat(finder.find(List.of(project)))
        .containsExactly(new Repository("github.com", "owner", "lib"));
  }

  @Test
  void aWorktreeBelongsToItsRepository() throws Exception {
    var main = Files.createDirectory(folder.resolve("main"));
    config(main, remote("origin", "git@github.com:owner/repo.git"));
    var gitDir = Files.createDirectories(main.resolve(".git/worktrees/project"));
    Files.writeString(gitDir.resolve("commondir"), "../..\n");
    Files.writeString(project.resolve(".git"), "gitdir: " + gitDir + "\n");
    assertThat(finder.find(List.of(project))).containsExactly(ORIGIN);
  }

  @Test
  void aSubmodulesOwnFolderBelongsToItsRepository() throws Exception {
    var gitDir = Files.createDirectories(folder.resolve("super/.git/modules/project"));
    Files.writeString(gitDir.resolve("config"), remote("origin", "git@github.com:owner/repo"));
    Files.writeString(project.resolve(".git"), "gitdir: ../super/.git/modules/project\n");
    assertThat(finder.find(List.of(project))).containsExactly(ORIGIN);
  }

  @Test
  void aFolderWithoutGitHasNoneAndNoneIsMade() {
    assertThat(finder.find(List.of(project))).isEmpty();
    assertThat(project).isEmptyDirectory();
  }

  @Test
  void linksAndIncludesAreNotFollowed() throws Exception {
    var secret = folder.resolve("secret");
    Files.writeString(secret, remote("origin", "git@github.com:owner/secret.git"));
    config(project, "[include]\n\tpath = " + secret + "\n");
    assertThat(finder.find(List.of(project))).isEmpty();
    Files.delete(project.resolve(".git/config"));
    Files.createSymbolicLink(project.resolve(".git/config"), secret);
    Files.createSymbolicLink(project.resolve(".gitmodules"), secret);
    assertThat(finder.find(List.of(project))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[remote \"origin\"\nurl",
        "[remote \"origin\"]\n\turl\n",
        "[remote \"origin\"]\n",
        "\0\0\0",
        "[",
        "url = https://github.com/owner/repo"
      })
  void damagedConfigurationIsNoError(String text) throws Exception {
    config(project, text);
    Files.writeString(project.resolve(".gitmodules"), text);
    assertThat(finder.find(List.of(project))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gitdir: ", "gitdir: \0", "gitdir: .git", "nonsense", "gitdir: /proc/self"})
  void aRedirectToNowhereIsNoError(String text) throws Exception {
    Files.writeString(project.resolve(".git"), text);
    assertThat(finder.find(List.of(project))).isEmpty();
  }

  private static String remote(String name, String url) {
    return "[remote \"" + name + "\"]\n\turl = " + url + "\n";
  }

  private static void config(Path folder, String text) throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/config"), text);
  }
}
