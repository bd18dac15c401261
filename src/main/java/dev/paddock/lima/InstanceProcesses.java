package dev.paddock.lima;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of one instance, found by what stands on their command lines: pid files lie or are
 * gone after a crash.
 *
 * <p>Only programs that Paddock or Lima start for an instance count (limactl, its host agent, QEMU
 * and its wrapper, ssh), and only with the instance's own folder or name as a whole path component.
 */
final class InstanceProcesses {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash");

  private final InstanceFolder folder;
  private final Set<String> folderPaths = new HashSet<>();
  private final Set<String> homePaths = new HashSet<>();

  InstanceProcesses(InstanceFolder folder) {
    this.folder = folder;
    var home = folder.home().root();
    addSpellings(home, homePaths);
    homePaths.forEach(h -> folderPaths.add(h + "/" + folder.name()));
  }

  /** Those that are alive now. */
  List<ProcessHandle> find() {
    var self = ProcessHandle.current();
    var user = self.info().user();
    return ProcessHandle.allProcesses()
        .filter(p -> p.pid() != self.pid() && p.info().user().equals(user))
        .filter(p -> belongs(arguments(p), environmentOf(p)))
        .toList();
  }

  /** Ends them all, also those that they start meanwhile. */
  void end() throws LimaException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var found = find(); !found.isEmpty(); found = find()) {
      if (System.nanoTime() > deadline) {
        throw new LimaException.Failed(
            "stop", folder.name(), "Process " + found.getFirst().pid() + " cannot be ended.", "");
      }
      found.forEach(ProcessHandle::destroyForcibly);
      for (var process : found) {
        awaitEnd(process);
      }
    }
  }

  /** The rule, apart from the system's process table. */
  boolean belongs(List<String> argv, List<String> environment) {
    if (argv.isEmpty()) {
      return false;
    }
    var program = baseName(argv.getFirst());
    if (program.contains("qemu-system-") || SHELLS.contains(program)) {
      return optionInFolder(argv, "-pidfile");
    }
    if (program.contains("limactl")) {
      return optionInFolder(argv, "--pidfile") || (verbOfOurs(argv) && inOurHome(environment));
    }
    // A connection that was kept open renames itself to "ssh: SOCKET [mux]", all in one word.
    return (program.equals("ssh") || argv.getFirst().startsWith("ssh: "))
        && argv.stream().anyMatch(this::namesFolder);
  }

  private boolean optionInFolder(List<String> argv, String option) {
    var at = argv.indexOf(option);
    return at >= 0
        && at + 1 < argv.size()
        && folderPaths.stream().anyMatch(f -> argv.get(at + 1).startsWith(f + "/"));
  }

  private boolean verbOfOurs(List<String> argv) {
    return argv.subList(1, argv.size()).contains(folder.name());
  }

  private boolean inOurHome(List<String> environment) {
    return homePaths.stream().anyMatch(h -> environment.contains("LIMA_HOME=" + h));
  }

  private boolean namesFolder(String argument) {
    for (var path : folderPaths) {
      var at = argument.indexOf(path + "/");
      if (at == 0 || (at > 0 && "= \":".indexOf(argument.charAt(at - 1)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Java cuts a command line at 4,096 bytes on Linux, and QEMU's is longer. */
  private static List<String> arguments(ProcessHandle process) {
    var whole = words(Path.of("/proc/" + process.pid() + "/cmdline"));
    if (whole.isPresent()) {
      return whole.get();
    }
    var info = process.info();
    var argv = new ArrayList<String>();
    info.command().ifPresent(argv::add);
    info.arguments().ifPresent(a -> argv.addAll(List.of(a)));
    return argv;
  }

  /** Empty where the system does not tell: then the host agent's end also ends limactl. */
  private static List<String> environmentOf(ProcessHandle process) {
    return words(Path.of("/proc/" + process.pid() + "/environ")).orElse(List.of());
  }

  private static Optional<List<String>> words(Path file) {
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return Optional.of(List.of(new String(bytes, StandardCharsets.UTF_8).split("\0")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void addSpellings(Path path, Set<String> spellings) {
    spellings.add(path.toString());
    try {
      // Lima resolves links in LIMA_HOME before it uses it.
      spellings.add(path.toRealPath().toString());
    } catch (IOException e) {
      // It is not there, so no process has it under another name.
    }
  }

  private static void awaitEnd(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(2, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Looked at again by the caller.
    }
  }
}
