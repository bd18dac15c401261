package dev.paddock.base;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A child process to be: what to run, where, with which environment.
 *
 * @param argv program and arguments; never a secret, every local user can read them
 * @param environment variables added to the inherited ones, of which those that may hold a
 *     credential are left out; an empty value removes one
 * @param folder working folder, or empty for the current one
 * @param limit how long it may run before it is killed
 */
public record Command(
    List<String> argv, Map<String, String> environment, Optional<Path> folder, Duration limit) {
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** Copies what it is given. */
  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** A command with the inherited environment and a limit of 30 s. */
  public static Command of(String... argv) {
    return of(List.of(argv));
  }

  /** A command with the inherited environment and a limit of 30 s. */
  public static Command of(List<String> argv) {
    return new Command(argv, Map.of(), Optional.empty(), DEFAULT_LIMIT);
  }

  /** The same with one more variable. */
  public Command with(String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return new Command(argv, more, folder, limit);
  }

  /** The same with another time limit. */
  public Command within(Duration other) {
    return new Command(argv, environment, folder, other);
  }

  /** The same in another working folder. */
  public Command in(Path other) {
    return new Command(argv, environment, Optional.of(other), limit);
  }

  /** The program's name, for messages. */
  public String program() {
    return argv.getFirst();
  }
}
