package dev.paddock.base;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Paddock keeps its own files.
 *
 * @param config settings that a person makes
 * @param state leases, logs, recent projects
 * @param cache downloads, checked by digest; may be deleted at any time
 * @param lima the {@code LIMA_HOME} of our VMs; short, for a socket's path holds about 100 bytes
 * @param agentVmState agent-vm's state root, whose layout Paddock keeps
 * @param home the person's home folder
 */
public record AppFolders(
    Path config, Path state, Path cache, Path lima, Path agentVmState, Path home) {

  /**
   * The XDG folders, or all below {@code PADDOCK_HOME} where that is set. {@code
   * AGENT_VM_STATE_DIR} overrides the state root as it does for agent-vm.
   */
  public static AppFolders of(Map<String, String> environment, Path home) {
    var root = environment.get("PADDOCK_HOME");
    var xdgState = xdg(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
    var agentVm = environment.get("AGENT_VM_STATE_DIR");
    if (root != null && !root.isEmpty()) {
      var base = Path.of(root).toAbsolutePath();
      return new AppFolders(
          base.resolve("config"),
          base.resolve("state"),
          base.resolve("cache"),
          base.resolve("vm"),
          agentVm == null ? base.resolve("agent-vm") : Path.of(agentVm).toAbsolutePath(),
          home);
    }
    return new AppFolders(
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("paddock"),
        xdgState.resolve("paddock"),
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("paddock"),
        home.resolve(".paddock/vm"),
        agentVm == null ? xdgState.resolve("agent-vm") : Path.of(agentVm).toAbsolutePath(),
        home);
  }

  /** Sockets and other files of running sessions; short for the same reason as {@link #lima}. */
  public Path run() {
    return lima.resolveSibling("run");
  }

  private static Path xdg(Map<String, String> environment, String name, Path fallback) {
    var value = environment.get(name);
    // The XDG base directory specification: a relative path is invalid and ignored.
    return value == null || !Path.of(value).isAbsolute() ? fallback : Path.of(value);
  }
}
