package dev.paddock.agent;

/**
 * A package of the npm registry that holds an agent's own executable, so that neither Node nor an
 * install script is needed in the guest.
 *
 * @param name of the package, with {@code @ARCH@} for {@code x64} or {@code arm64}
 * @param version pinned, such as {@code 2.1.330}
 * @param executable path of the program inside the package
 * @param command name under which it is put on the guest's path
 */
public record AgentPackage(String name, String version, String executable, String command) {

  /** The package's name for a processor, {@code x64} or {@code arm64}. */
  public String nameFor(String arch) {
    return name.replace("@ARCH@", arch);
  }
}
