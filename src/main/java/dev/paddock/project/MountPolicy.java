package dev.paddock.project;

import dev.paddock.base.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides which host folders a guest may see. */
public final class MountPolicy {
  /** Never, nor anything in them. */
  private static final List<Path> SYSTEM =
      Stream.of(
              "/etc",
              "/usr",
              "/bin",
              "/sbin",
              "/lib",
              "/lib64",
              "/boot",
              "/dev",
              "/proc",
              "/sys",
              "/run",
              "/var/lib",
              "/var/run",
              "/System",
              "/Library",
              "/Applications")
          .map(Path::of)
          .map(RealPath::of)
          .toList();

  /** Never, nor anything in them, wherever they lead: below the home folder. */
  private static final List<String> PRIVATE =
      List.of(
          ".ssh",
          ".gnupg",
          ".aws",
          ".azure",
          ".kube",
          ".docker",
          ".claude",
          ".codex",
          ".copilot",
          ".config",
          ".local",
          ".cache",
          ".gemini",
          ".mozilla",
          ".thunderbird",
          ".var",
          ".password-store",
          ".lima",
          ".paddock",
          "snap",
          "Library");

  /** More than anybody needs, fewer than a VM has room for. */
  private static final int MOST = 24;

  private final Path home;
  private final List<Path> own;

  /** The rules for this person. */
  public MountPolicy(AppFolders folders) {
    home = RealPath.of(folders.home());
    own =
        Stream.of(
                folders.config(),
                folders.state(),
                folders.cache(),
                folders.lima(),
                folders.run(),
                folders.agentVmState())
            .map(RealPath::of)
            .toList();
  }

  /**
   * Checks the folders of a request.
   *
   * @param project mounted first
   * @param further mounted too; a folder named twice counts once
   * @return writable mounts with real paths, free of links
   * @throws FolderException for the first folder that a guest may not see
   */
  public List<Mount> check(Path project, List<Path> further) throws FolderException {
    var mounts = new ArrayList<Mount>();
    for (var folder : Stream.concat(Stream.of(project), further.stream()).toList()) {
      var mount = new Mount(checked(folder), true);
      if (!mounts.contains(mount)) {
        mounts.add(mount);
      }
    }
    if (mounts.size() > MOST) {
      throw FolderException.refused(
          mounts.getLast().path(), "A VM sees at most " + MOST + " folders.");
    }
    return mounts;
  }

  private Path checked(Path folder) throws FolderException {
    Path path;
    try {
      path = folder.toAbsolutePath().toRealPath();
    } catch (IOException e) {
      throw FolderException.missing(folder);
    }
    if (!Files.isDirectory(path) || !Files.isReadable(path) || !Files.isExecutable(path)) {
      throw FolderException.missing(path);
    }
    if (path.toString().chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw FolderException.refused(path, "Its path holds a control character.");
    }
    if (home.startsWith(path)) {
      throw FolderException.refused(
          path, "It holds your home folder, with your keys and logins in it.");
    }
    for (var folderOfOurs : own) {
      if (folderOfOurs.startsWith(path) || path.startsWith(folderOfOurs)) {
        throw FolderException.refused(path, "Paddock keeps its own files there.");
      }
    }
    for (var name : PRIVATE) {
      // It may be a link, say into a folder of dotfiles, and what holds it then holds the logins.
      var real = RealPath.of(home.resolve(name));
      if (path.startsWith(real) || real.startsWith(path)) {
        throw FolderException.refused(path, "Programs keep settings and logins there.");
      }
    }
    for (var system : SYSTEM) {
      if (path.startsWith(system) || system.startsWith(path)) {
        throw FolderException.refused(path, "It belongs to the system.");
      }
    }
    return path;
  }
}
