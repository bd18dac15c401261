package dev.paddock.project;

import dev.paddock.base.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * Never, nor anything in them, wherever they lead: logins, settings, and programs that a shell,
   * an editor or a build of the host runs.
   */
  private static final List<String> PRIVATE =
      Stream.of(
              ".ssh .gnupg .aws .azure .kube .docker .config .local .cache .password-store .var",
              ".claude .codex .copilot .gemini .lima .paddock",
              ".mozilla .thunderbird .vscode .vscode-server .cursor .oh-my-zsh .dotnet .android",
              ".cargo .rustup .m2 .gradle .ivy2 .npm .nvm .bun .deno .volta .asdf .pyenv .rbenv .gem",
              ".sdkman .jdks .openjfx bin snap Library")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .toList();

  /** Not themselves; what is in them may be anything. */
  private static final Set<Path> SHARED =
      Stream.of("/tmp", "/var/tmp").map(Path::of).map(RealPath::of).collect(Collectors.toSet());

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
    if (path.toString().chars().anyMatch(c -> Character.isISOControl(c))) {
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
    if (SHARED.contains(path)) {
      throw FolderException.refused(path, "Programs of all users keep files there.");
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
