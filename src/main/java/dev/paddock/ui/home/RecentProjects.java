package dev.paddock.ui.home;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import dev.paddock.base.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projects of the last sessions, newest first, kept in a small file. A list of this kind is a
 * convenience: where it cannot be read or written, that is logged and it begins anew.
 */
public final class RecentProjects {
  private static final Logger LOG = LoggerFactory.getLogger(RecentProjects.class);
  private static final int MOST = 12;

  private final Path file;
  private final InstantSource clock;
  private final Signal<List<RecentProject>> list = new Signal<>(List.of());

  /** Kept in this file; nothing is read yet. */
  public RecentProjects(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Those whose folder exists, as far as is known. */
  public Signal<List<RecentProject>> list() {
    return list;
  }

  /** Reads the file; blocks. */
  public synchronized void load() {
    list.set(read());
  }

  /**
   * Puts a project first; blocks.
   *
   * @param agent the command name of what runs in it
   */
  public synchronized void add(Path project, String agent) {
    var first = new RecentProject(project, clock.instant(), agent);
    change(known -> Stream.concat(Stream.of(first), without(known, project)).limit(MOST).toList());
  }

  /** Drops a project from the list; the folder itself stays. Blocks. */
  public synchronized void remove(Path project) {
    change(known -> without(known, project).toList());
  }

  private static Stream<RecentProject> without(List<RecentProject> known, Path project) {
    return known.stream().filter(p -> !p.path().equals(project));
  }

  private void change(UnaryOperator<List<RecentProject>> change) {
    // Read again: the command line and other windows may have written it.
    var next = change.apply(read());
    list.set(next);
    try {
      var parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        AtomicFile.privateFolder(parent);
      }
      var stored = new Stored(1, next.stream().map(Entry::of).toList());
      AtomicFile.write(file, Json.mapper().writeValueAsBytes(stored));
    } catch (IOException e) {
      LOG.warn("The recent projects could not be written: {}", e.toString());
    }
  }

  private List<RecentProject> read() {
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), Stored.class).projects().stream()
          .map(Entry::project)
          .filter(project -> Files.isDirectory(project.path()))
          .limit(MOST)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | InvalidPathException e) {
      LOG.warn("The recent projects could not be read: {}", e.toString());
      return List.of();
    }
  }

  private record Stored(int version, List<Entry> projects) {
    Stored {
      projects = projects == null ? List.of() : List.copyOf(projects);
    }
  }

  private record Entry(String path, Instant used, @Nullable String agent) {
    static Entry of(RecentProject project) {
      return new Entry(project.path().toString(), project.used(), project.agent());
    }

    RecentProject project() {
      return new RecentProject(Path.of(path), used, agent == null ? "" : agent);
    }
  }
}
