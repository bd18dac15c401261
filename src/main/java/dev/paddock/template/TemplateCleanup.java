package dev.paddock.template;

import dev.paddock.base.AppFolders;
import dev.paddock.lima.InstanceFolder;
import dev.paddock.lima.LimaException;
import dev.paddock.lima.Limactl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes the VMs of builds that died, and templates that are neither current nor the base of a
 * session's disk. To be called at each start of Paddock; a build calls it too.
 */
public final class TemplateCleanup {
  private static final Pattern BUILD = Pattern.compile("build-[0-9a-f]{6}");
  private static final Pattern TEMPLATE = Pattern.compile("template-\\d{8}-[0-9a-f]{6}");
  private final AppFolders folders;
  private final TemplateStore store;
  private final Limactl limactl;

  /** Cleans up among the VMs of this user. */
  public TemplateCleanup(AppFolders folders, TemplateStore store, Limactl limactl) {
    this.folders = folders;
    this.store = store;
    this.limactl = limactl;
  }

  /**
   * Removes what is left over; blocks. While a build runs somewhere, nothing is touched.
   *
   * @return the names of what was removed
   */
  public List<String> run() throws TemplateException, LimaException, InterruptedException {
    try (var lock = BuildLock.tryIn(folders.state()).orElse(null)) {
      return lock == null ? List.of() : runLocked();
    } catch (IOException e) {
      throw TemplateException.file("Old templates could not be looked at.", e);
    }
  }

  /** The same for one who holds the lock. */
  List<String> runLocked()
      throws TemplateException, LimaException, InterruptedException, IOException {
    var names = instances();
    var inUse = inUse(names);
    store.currentName().ifPresent(inUse::add);
    var removed = new ArrayList<String>();
    for (var name : names) {
      if (BUILD.matcher(name).matches()) {
        limactl.kill(name);
        removed.add(name);
      } else if (TEMPLATE.matcher(name).matches() && !inUse.contains(name)) {
        limactl.delete(name);
        removed.add(name);
      }
    }
    return removed;
  }

  /** Straight from the folder: an instance that limactl cannot read counts too. */
  private List<String> instances() throws IOException {
    var names = new ArrayList<String>();
    if (Files.isDirectory(folders.lima())) {
      try (var entries = Files.newDirectoryStream(folders.lima(), Files::isDirectory)) {
        entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
      }
    }
    return names;
  }

  /**
   * Templates whose disk another instance's disk is based on, drafts of instances included. Only
   * the folder's name is compared, for links may lead to one folder by several paths.
   */
  private Set<String> inUse(List<String> names) throws IOException {
    var used = new HashSet<String>();
    for (var name : names) {
      var disk = new InstanceFolder(folders.lima().resolve(name)).disk();
      try {
        BackingFile.of(disk)
            .map(Path::getParent)
            .ifPresent(base -> used.add(String.valueOf(base.getFileName())));
      } catch (NoSuchFileException e) {
        // An instance without a disk yet, or deleted meanwhile.
      }
    }
    return used;
  }
}
