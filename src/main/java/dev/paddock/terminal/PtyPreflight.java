package dev.paddock.terminal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks for what a start on a pty needs. Without /dev/pts the forked child of pty4j sometimes hangs
 * for ever and keeps our files open, so it must never come to the fork.
 */
final class PtyPreflight {
  private PtyPreflight() {}

  /**
   * Checks that ptys can be had.
   *
   * @param devices the folder of devices, /dev
   */
  static void checkDevices(Path devices, boolean linux) throws PtyException {
    var wanted =
        linux
            ? List.of(devices.resolve("ptmx"), devices.resolve("pts/ptmx"))
            : List.of(devices.resolve("ptmx"));
    for (var device : wanted) {
      if (!Files.exists(device)) {
        throw PtyException.noPtys(device.toString());
      }
    }
  }

  /** Checks that the program is there; pty4j would only say so by an exit code. */
  static void checkProgram(String program, String searchPath) throws PtyException {
    boolean found;
    if (program.contains("/")) {
      found = runnable(Path.of(program));
    } else {
      found =
          List.of(searchPath.split(File.pathSeparator, -1)).stream()
              .filter(f -> !f.isEmpty())
              .anyMatch(f -> runnable(Path.of(f, program)));
    }
    if (!found) {
      throw PtyException.noProgram(program);
    }
  }

  private static boolean runnable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
