package dev.paddock.session;

import dev.paddock.lima.SharedFolder;
import dev.paddock.project.Mount;
import java.util.ArrayList;
import java.util.List;

/** Names the folders of a plan for the VM: its mounts in their order, the state folder last. */
final class SharedFolders {
  private SharedFolders() {}

  static List<SharedFolder> of(LaunchPlan plan) {
    var folders = new ArrayList<SharedFolder>();
    for (Mount mount : plan.mounts()) {
      folders.add(new SharedFolder("mount" + folders.size(), mount.path(), !mount.writable()));
    }
    folders.add(new SharedFolder("state", plan.stateFolder(), false));
    return folders;
  }
}
