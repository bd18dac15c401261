package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What a session could leave on this machine. */
final class HostTraces {
  private static final Pattern VM = Pattern.compile("(claude|shell)-[0-9a-f]{6}");

  private HostTraces() {}

  /** Asserts that nothing of any session is left: VM, lease, sockets, processes. */
  static void assertNone(VmLab lab) throws Exception {
    for (var folder : List.of("vm", "state/leases", "run")) {
      var path = lab.home().resolve(folder);
      if (Files.isDirectory(path)) {
        try (var files = Files.list(path)) {
          assertThat(files.map(f -> f.getFileName().toString()).filter(n -> VM.matcher(n).find()))
              .as("left in " + path)
              .isEmpty();
        }
      }
    }
    // A process that was told to end needs a moment to be gone.
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!processes(lab.home()).isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(processes(lab.home())).isEmpty();
  }

  /** Command lines of processes that belong to a session's VM. */
  static List<String> processes(Path home) {
    return ProcessHandle.allProcesses()
        .map(p -> p.info().commandLine().orElse(""))
        .filter(c -> c.contains(home.toString()) && VM.matcher(c).find())
        .toList();
  }
}
