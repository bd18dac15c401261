package dev.paddock.doctor;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ByteSize;
import dev.paddock.base.ExplainedException;
import dev.paddock.lima.LimaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for VMs, in a place whose path is short enough for sockets. */
record DiskCheck(AppFolders folders) implements Check {
  private static final ByteSize COMFORTABLE = ByteSize.ofGiB(15);
  private static final ByteSize LEAST = ByteSize.ofGiB(4);

  @Override
  public String id() {
    return "disk";
  }

  @Override
  public String title() {
    return "Disk space";
  }

  @Override
  public Finding look() throws ExplainedException {
    new LimaHome(folders.lima()).requireUsable("template-20260101-000000");
    try {
      var free = new ByteSize(Files.getFileStore(existing(folders.lima())).getUsableSpace());
      var text = free + " free in " + folders.lima() + ".";
      if (free.compareTo(LEAST) < 0) {
        return finding(Finding.Status.FAIL, text);
      }
      return free.compareTo(COMFORTABLE) < 0
          ? finding(Finding.Status.WARN, text)
          : Finding.ok(id(), title(), text);
    } catch (IOException e) {
      return finding(Finding.Status.FAIL, "The folder " + folders.lima() + " cannot be looked at.");
    }
  }

  private Finding finding(Finding.Status status, String text) {
    return new Finding(
        id(),
        title(),
        status,
        text,
        "Free some space, or set PADDOCK_HOME to a folder on a larger disk.",
        "");
  }

  private static Path existing(Path folder) {
    var found = folder;
    while (!Files.exists(found)) {
      var parent = found.getParent();
      if (parent == null) {
        return found;
      }
      found = parent;
    }
    return found;
  }
}
