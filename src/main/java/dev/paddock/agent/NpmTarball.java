package dev.paddock.agent;

import java.util.Optional;

/**
 * A tarball of the npm registry with a program for one kind of processor.
 *
 * @param name of the package
 * @param version as the registry names it, which may say more than the program's own
 * @param executable path of the program inside the package
 * @param integrity what the registry said of it on the day when it was pinned ({@code sha512-} and
 *     Base64), or empty where the registry is believed on each day
 */
public record NpmTarball(
    String name, String version, String executable, Optional<String> integrity) {

  /** A pinned one. */
  public static NpmTarball pinned(
      String name, String version, String executable, String integrity) {
    return new NpmTarball(name, version, executable, Optional.of(integrity));
  }
}
