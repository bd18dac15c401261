package dev.paddock.agent;

/**
 * A program as it runs, in packages of the npm registry, so that nothing has to be built or run to
 * install it.
 *
 * @param command name under which it is put on the guest's path
 * @param version what {@code --version} must say, such as {@code 2.1.330}
 * @param x64 for processors of x86-64
 * @param arm64 for 64-bit processors of ARM
 */
public record AgentPackage(String command, String version, NpmTarball x64, NpmTarball arm64) {

  /** The one for a processor, {@code x64} or {@code arm64}. */
  public NpmTarball tarball(String arch) {
    return switch (arch) {
      case "x64" -> x64;
      case "arm64" -> arm64;
      default -> throw new IllegalArgumentException("no such processor: " + arch);
    };
  }
}
