package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the provider's own program renew its login, which stays the only writer of it.
 *
 * <p>It runs in an empty folder of its own: an agent may have put configuration into a project that
 * makes the program run something. What it prints is thrown away, and what it says about its
 * success too: whether the login has changed is looked at afterwards.
 */
public final class ProviderCli implements Refresher {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderCli.class);

  private final ProviderProgram program;
  private final Commands commands;
  private final Map<String, String> environment;
  private final Path rooms;
  private final Duration limit;

  /**
   * Runs this program.
   *
   * @param environment of this process, of which the program sees a few variables
   * @param limit how long it may run; killed in the middle of a renewal, it loses the login
   */
  public ProviderCli(
      ProviderProgram program,
      Commands commands,
      Map<String, String> environment,
      RefreshFiles files,
      Duration limit) {
    this.program = program;
    this.commands = commands;
    this.environment = Map.copyOf(environment);
    this.rooms = files.rooms();
    this.limit = limit;
  }

  @Override
  public void recover() {
    // The program looks after its own file, but a killed Paddock left the room.
    if (Files.isDirectory(rooms)) {
      remove(rooms);
    }
  }

  @Override
  public Attempt renew(TokenId token, boolean refused) throws InterruptedException {
    var file = program.find(environment);
    if (file.isEmpty()) {
      return new Attempt.Missing(program.name());
    }
    try {
      return runIn(emptyFolder(), file.get());
    } catch (IOException e) {
      return new Attempt.Failed(Reasons.of(e));
    }
  }

  private Attempt runIn(Path room, Path file) throws InterruptedException {
    try {
      var result = commands.run(command(file, room));
      return result.succeeded()
          ? new Attempt.Done()
          : new Attempt.Failed("'" + program.name() + "' ended with " + result.exitCode());
    } catch (CommandException e) {
      return switch (e.kind()) {
        case NOT_FOUND -> new Attempt.Missing(program.name());
        case TIMEOUT ->
            new Attempt.Failed(
                "'" + program.name() + "' did not end within " + limit.toSeconds() + " s");
        case NOT_STARTED -> new Attempt.Failed("'" + program.name() + "' could not be run");
      };
    } finally {
      remove(room);
    }
  }

  private Command command(Path file, Path room) {
    var argv = new ArrayList<>(List.of(file.toString()));
    argv.addAll(program.arguments());
    var variables = new HashMap<>(environment);
    // An empty value removes a variable.
    program.hidden(environment).forEach(variable -> variables.put(variable, ""));
    return new Command(argv, variables, Optional.of(room), limit);
  }

  private Path emptyFolder() throws IOException {
    AtomicFile.privateFolder(rooms);
    return Files.createTempDirectory(
        rooms,
        program.name() + "-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void remove(Path room) {
    try (var files = Files.walk(room)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be removed", room);
    }
  }
}
