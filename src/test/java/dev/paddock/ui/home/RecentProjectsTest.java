package dev.paddock.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentProjectsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir Path folder;

  @Test
  void theLastUsedComesFirstAndOnlyOnce() throws Exception {
    var projects = projects();
    var first = project("first");
    var second = project("second");
    projects.add(first, "claude");
    projects.add(second, "claude");
    projects.add(first, "claude");
    assertThat(projects.list().get())
        .containsExactly(
            new RecentProject(first, NOW, "claude"), new RecentProject(second, NOW, "claude"));
  }

  @Test
  void theListOutlivesTheWindow() throws Exception {
    projects().add(project("a \"b\" ü"), "claude");
    var later = projects();
    assertThat(later.list().get()).isEmpty();
    later.load();
    assertThat(later.list().get())
        .extracting(p -> p.path().getFileName().toString())
        .containsExactly("a \"b\" ü");
  }

  @Test
  void aFolderThatIsGoneIsNotShown() throws Exception {
    var projects = projects();
    var gone = project("gone");
    projects.add(gone, "claude");
    projects.add(project("there"), "claude");
    Files.delete(gone);
    projects.load();
    assertThat(projects.list().get()).hasSize(1);
  }

  @Test
  void keepsTwelve() throws Exception {
    var projects = projects();
    for (int i = 0; i < 20; i++) {
      projects.add(project("p" + i), "claude");
    }
    assertThat(projects.list().get()).hasSize(12);
    assertThat(projects.list().get().getFirst().path()).isEqualTo(folder.resolve("p19"));
  }

  @Test
  void whatTwoWindowsAddIsKept() throws Exception {
    var here = projects();
    var there = projects();
    here.load();
    there.add(project("theirs"), "claude");
    here.add(project("ours"), "claude");
    assertThat(here.list().get()).hasSize(2);
  }

  @Test
  void beginsAnewWhereTheFileIsDamaged() throws Exception {
    Files.writeString(folder.resolve("recent.json"), "{\"version\":1,\"projects\":[{\"pa");
    var projects = projects();
    projects.load();
    assertThat(projects.list().get()).isEmpty();
    projects.add(project("next"), "claude");
    assertThat(projects.list().get()).hasSize(1);
    Files.writeString(folder.resolve("recent.json"), "{\"version\":1}");
    projects.load();
    assertThat(projects.list().get()).isEmpty();
  }

  @Test
  void forgetsAProject() throws Exception {
    var projects = projects();
    var path = project("x");
    projects.add(path, "claude");
    projects.remove(path);
    assertThat(projects.list().get()).isEmpty();
    assertThat(path).isDirectory();
  }

  private RecentProjects projects() {
    return new RecentProjects(folder.resolve("recent.json"), () -> NOW);
  }

  private Path project(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }
}
