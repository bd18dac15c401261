package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The real command line in a process of its own, with pipes for a terminal. */
final class CliSession {
  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Thread outputReader;
  private final Thread errorReader;

  private CliSession(Process process) {
    this.process = process;
    outputReader = Thread.startVirtualThread(() -> read(process.inputReader(), output));
    errorReader = Thread.startVirtualThread(() -> read(process.errorReader(), errors));
  }

  static CliSession start(VmLab lab, Path project, Map<String, String> environment, String... words)
      throws IOException {
    var argv = new ArrayList<>(List.of(lab.program().toString()));
    argv.addAll(List.of(words));
    var builder = new ProcessBuilder(argv).directory(project.toFile());
    builder.environment().put("PADDOCK_HOME", lab.home().toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    return new CliSession(process);
  }

  /** Waits for the end; returns the exit code. */
  int await(Duration limit) throws InterruptedException {
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .as("ended in time; so far: " + output + errors)
        .isTrue();
    outputReader.join(5_000);
    errorReader.join(5_000);
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  List<String> output() {
    return output;
  }

  List<String> errors() {
    return errors;
  }

  /** Waits until standard error has a line with this text. */
  void awaitError(String text, Duration limit) {
    await(() -> errors.stream().anyMatch(l -> l.contains(text)), limit, text);
  }

  void await(BooleanSupplier condition, Duration limit, String what) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " in time: " + output + errors).isLessThan(end);
      assertThat(process.isAlive()).as(what + ": " + output + errors).isTrue();
      Thread.onSpinWait();
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** As {@code kill -9}: the program gets no chance to do anything. */
  void killHard() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill}. */
  void terminate() {
    process.destroy();
  }

  private static void read(BufferedReader reader, List<String> lines) {
    try (reader) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("(" + e + ")");
    }
  }
}
