package dev.paddock.project;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where an agent's history of each project stays, named exactly as agent-vm names it, so that its
 * sessions continue.
 */
public final class StateFolders {
  private final Path root;

  /** The folders below agent-vm's state root. */
  public StateFolders(Path root) {
    this.root = root;
  }

  /**
   * The folder of a project, which need not exist: {@code <slug>-<first 12 digits of SHA-256>};
   * free of links, for it is mounted.
   */
  public Path of(Path project) {
    var name = project.getFileName() == null ? "" : project.getFileName().toString();
    var slug = name.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-+|-+$", "");
    return RealPath.of(root)
        .resolve(
            (slug.isEmpty() ? "project" : slug)
                + "-"
                + Sha256.hex(project.toString()).substring(0, 12));
  }

  /**
   * Makes a state folder and the given folders in it. A guest writes in there, so nothing that it
   * could have put in the way is followed.
   */
  public void create(Path stateFolder, List<String> folders) throws FolderException {
    try {
      AtomicFile.privateFolder(root);
      directory(stateFolder);
      for (var folder : folders) {
        var current = stateFolder;
        for (var part : Path.of(folder)) {
          current = current.resolve(part);
          directory(current);
        }
      }
    } catch (IOException e) {
      throw FolderException.state(stateFolder, "It cannot be written: " + e.getMessage() + ".");
    }
  }

  private static void directory(Path folder) throws IOException, FolderException {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw FolderException.state(folder, "Something else than a folder lies in its place.");
      }
    }
  }
}
