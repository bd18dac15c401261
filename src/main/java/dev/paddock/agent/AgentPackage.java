package dev.paddock.agent;

import java.util.Map;
import java.util.Optional;

/**
 * A package of the npm registry that holds a program as it runs, so that nothing has to be built or
 * run to install it.
 *
 * @param name of the package, with {@code @ARCH@} for {@code x64} or {@code arm64}
 * @param version pinned, such as {@code 2.1.330}
 * @param executable path of the program inside the package
 * @param command name under which it is put on the guest's path
 * @param integrity by processor, what the registry said of this version's tarball on the day it was
 *     pinned ({@code sha512-} and Base64); none where the registry is believed on each day
 */
public record AgentPackage(
    String name, String version, String executable, String command, Map<String, String> integrity) {

  /** Copies the map. */
  public AgentPackage {
    integrity = Map.copyOf(integrity);
  }

  /** The package's name for a processor, {@code x64} or {@code arm64}. */
  public String nameFor(String arch) {
    return name.replace("@ARCH@", arch);
  }

  /** The pinned integrity for a processor, or empty. */
  public Optional<String> integrityFor(String arch) {
    return Optional.ofNullable(integrity.get(arch));
  }
}
