package dev.paddock.lima;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The {@code LIMA_HOME} of our VMs.
 *
 * @param root absolute; Lima, QEMU and ssh each give some characters a meaning, so only paths
 *     without them are accepted
 */
public record LimaHome(Path root) {
  /** macOS keeps 104 bytes for a socket's path with its end mark, Linux 108: the smaller wins. */
  private static final int MAX_SOCKET_PATH = 103;

  private static final String MEANINGFUL = ",:%$\"'`\\*?~";

  /** Refuses a path that one of the tools would misread. */
  public LimaHome {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException("not absolute: " + root);
    }
    root = root.normalize();
  }

  /** The folder of an instance, which need not exist. */
  public InstanceFolder instance(String name) {
    return new InstanceFolder(root.resolve(InstanceFolder.checkedName(name)));
  }

  /** The private key that opens every guest; limactl makes it with the first instance. */
  public Path identityFile() {
    return root.resolve("_config/user");
  }

  /**
   * Checks that the tools can live here with an instance of this name.
   *
   * @throws LimaException.UnusableHome where a socket's path would be too long, or holds a
   *     character that a tool gives a meaning
   */
  public void requireUsable(String name) throws LimaException {
    var text = root.toString();
    if (text.chars().anyMatch(c -> c < ' ' || c == 127 || MEANINGFUL.indexOf(c) >= 0)) {
      throw new LimaException.UnusableHome(
          root, "its path holds one of the characters " + MEANINGFUL);
    }
    var longest = instance(name).longestSocket().toString().getBytes(StandardCharsets.UTF_8).length;
    if (longest > MAX_SOCKET_PATH) {
      throw new LimaException.UnusableHome(
          root,
          "a socket in it would have a path of "
              + longest
              + " bytes, and the system allows "
              + MAX_SOCKET_PATH);
    }
  }
}
