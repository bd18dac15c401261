package dev.paddock.base;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs child processes on this machine. They inherit the environment without the variables that may
 * hold a credential.
 */
public final class HostCommands implements Commands, RawCommands, ProcessStarter {
  private static final int MAX_OUTPUT = 16 << 20;
  private static final int MAX_RAW = 1 << 20;
  private static final int MAX_ERRORS = 64 << 10;
  private static final int MAX_LINE = 4_096;

  /** ENOENT, EACCES and ENOTDIR, in the words of the JDK: it has no other way to tell. */
  private static final Pattern NOT_FOUND = Pattern.compile("error[:=] ?(2|13|20)\\b");

  private final Map<String, String> environment;

  /** Children of this process. */
  public HostCommands() {
    this(System.getenv());
  }

  /** Children that would inherit this environment. */
  HostCommands(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public CommandResult run(Command command) throws CommandException, InterruptedException {
    return run(command, new byte[0]);
  }

  @Override
  public CommandResult run(Command command, byte[] input)
      throws CommandException, InterruptedException {
    var process = start(command, false);
    try {
      var output = new Tail(MAX_OUTPUT);
      var errors = new Tail(MAX_ERRORS);
      var writer = Thread.startVirtualThread(() -> feed(process, out -> out.write(input)));
      var reader = Thread.startVirtualThread(() -> output.readAll(process.getInputStream()));
      var errorReader = Thread.startVirtualThread(() -> errors.readAll(process.getErrorStream()));
      await(process, command);
      join(process, writer, reader, errorReader);
      return new CommandResult(process.exitValue(), output.text(), errors.text());
    } finally {
      kill(process);
    }
  }

  @Override
  public CommandResult stream(Command command, InputSource input, Consumer<String> line)
      throws CommandException, InterruptedException {
    var process = start(command, true);
    try {
      var last = new Tail(MAX_ERRORS);
      var writer = Thread.startVirtualThread(() -> feed(process, input));
      var reader = Thread.startVirtualThread(() -> lines(process.getInputStream(), last, line));
      await(process, command);
      join(process, writer, reader);
      return new CommandResult(process.exitValue(), last.text(), "");
    } finally {
      kill(process);
    }
  }

  @Override
  public RawResult read(Command command, byte[] input)
      throws CommandException, InterruptedException {
    var process = start(command, true);
    var buffer = new byte[MAX_RAW];
    try {
      var length = new CompletableFuture<Integer>();
      var writer = Thread.startVirtualThread(() -> feed(process, out -> out.write(input)));
      var reader =
          Thread.startVirtualThread(() -> {
            try {
              length.complete(process.getInputStream().readNBytes(buffer, 0, MAX_RAW));
            } catch (IOException e) {
              length.complete(0);
            }
          });
      await(process, command);
      join(process, writer, reader);
      return new RawResult(process.exitValue(), Arrays.copyOf(buffer, length.getNow(0)));
    } finally {
      kill(process);
      Arrays.fill(buffer, (byte) 0);
    }
  }

  @Override
  public ChildProcess start(Command command) throws CommandException {
    var argv = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT QUIT HUP; exec \"$@\"", "sh"));
    argv.addAll(command.argv());
    var child =
        start(new Command(argv, command.environment(), command.folder(), command.limit()), true);
    closeQuietly(child.getOutputStream());
    return new HostChild(child);
  }

  private Process start(Command command, boolean together) throws CommandException {
    var builder = new ProcessBuilder(command.argv()).redirectErrorStream(together);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Withheld.removeFrom(builder.environment());
    command
        .environment()
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    command.folder().ifPresent(f -> builder.directory(f.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw NOT_FOUND.matcher(String.valueOf(e.getMessage())).find()
          ? CommandException.notFound(command.program(), e)
          : CommandException.notStarted(command.program(), e);
    }
  }

  private static void await(Process process, Command command)
      throws CommandException, InterruptedException {
    if (!process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)) {
      throw CommandException.timeout(command.program(), command.limit());
    }
  }

  /**
   * A daemon that the child left behind may hold the pipes open for as long as it lives (limactl's
   * host agent does), so the readers get a moment after the child's end and no more.
   */
  private static void join(Process process, Thread... threads) throws InterruptedException {
    for (var thread : threads) {
      thread.join(5_000);
    }
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  private static void feed(Process process, InputSource input) {
    try (var out = process.getOutputStream()) {
      input.writeTo(out);
    } catch (IOException e) {
      // The child ended without reading all; its exit code tells the story.
    }
  }

  private static void lines(InputStream stream, Tail last, Consumer<String> line) {
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var current = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c != '\n' && c != '\r') {
          if (current.length() < MAX_LINE) {
            current.append((char) c);
          }
        } else if (!current.isEmpty()) {
          emit(current, last, line);
        }
      }
      if (!current.isEmpty()) {
        emit(current, last, line);
      }
    } catch (IOException e) {
      // Closed by us after the child's end.
    }
  }

  private static void emit(StringBuilder current, Tail last, Consumer<String> line) {
    var text = current.toString();
    current.setLength(0);
    last.add((text + "\n").getBytes(StandardCharsets.UTF_8));
    line.accept(text);
  }

  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // Nothing more goes through it.
    }
  }
}
