package dev.paddock.session;

import dev.paddock.base.AppFolders;
import dev.paddock.github.Repository;
import dev.paddock.github.RepositoryFinder;
import dev.paddock.project.FolderException;
import dev.paddock.project.Mount;
import dev.paddock.project.MountPolicy;
import dev.paddock.project.RuntimeScript;
import dev.paddock.project.RuntimeScripts;
import dev.paddock.project.StateFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a plan needs to know of the folders; reads only. */
final class ProjectReader {
  private final MountPolicy policy;
  private final StateFolders states;
  private final RuntimeScripts scripts;
  private final RepositoryFinder repositories = new RepositoryFinder();

  ProjectReader(AppFolders folders, RuntimeScripts scripts) {
    policy = new MountPolicy(folders);
    states = new StateFolders(folders.agentVmState());
    this.scripts = scripts;
  }

  List<Mount> mounts(LaunchRequest request) throws FolderException {
    return policy.check(request.folder(), request.mounts());
  }

  Path stateFolder(Path project) {
    return states.of(project);
  }

  Optional<RuntimeScript> runtimeScript(Path project) {
    return scripts.find(project);
  }

  List<Repository> repositories(List<Mount> mounts) {
    return repositories.find(mounts.stream().map(Mount::path).toList());
  }
}
