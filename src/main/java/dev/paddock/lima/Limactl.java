package dev.paddock.lima;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.InputSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The verbs of {@code limactl}. All methods block; interrupting the thread ends the child.
 *
 * <p>Every call names our own {@code LIMA_HOME} and puts our QEMU wrapper in place of QEMU.
 */
public final class Limactl {
  /** Lima itself waits a little over six minutes for a guest that does not want to go down. */
  private static final Duration STOP_LIMIT = Duration.ofMinutes(7);

  private static final Duration SHORT_LIMIT = Duration.ofSeconds(30);

  private final Commands commands;
  private final LimaHome home;
  private final QemuWrapper wrapper;

  /** Verbs on the instances of {@code home}. */
  public Limactl(Commands commands, LimaHome home, QemuWrapper wrapper) {
    this.commands = commands;
    this.home = home;
    this.wrapper = wrapper;
  }

  /** Where the instances lie. */
  public LimaHome home() {
    return home;
  }

  /** The version of Lima. */
  public LimaVersion version() throws LimaException, InterruptedException {
    var result = run("--version", List.of("limactl", "--version"), SHORT_LIMIT);
    if (!result.succeeded()) {
      throw refusal("--version", "", result);
    }
    return LimaVersion.parse(result.output())
        .orElseThrow(() -> new LimaException.Garbage("--version", result.output()));
  }

  /** Refuses a Lima that is missing or too old; returns its version. */
  public LimaVersion requireSupported() throws LimaException, InterruptedException {
    var found = version();
    if (found.compareTo(LimaVersion.OLDEST) < 0) {
      throw new LimaException.TooOld(found);
    }
    return found;
  }

  /** All instances, also those that Lima cannot read. */
  public List<Instance> list() throws LimaException, InterruptedException {
    return list(argv("text", "list", "--json"));
  }

  /** One instance. The others are not looked at: any of them may be vanishing just now. */
  public Instance instance(String name) throws LimaException, InterruptedException {
    existing(name);
    return list(argv("text", "list", "--json", name)).stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new LimaException.Missing(name));
  }

  /**
   * Makes an instance, which downloads its image where Lima has not done so before.
   *
   * @param yaml as {@link VmSpec} writes it
   * @param progress gets one readable line now and then
   */
  public InstanceFolder create(String name, Path yaml, Duration limit, Consumer<String> progress)
      throws LimaException, InterruptedException {
    home.requireUsable(name);
    var folder = home.instance(name);
    watch(name, "create", argv("json", "create", "--name", name, yaml.toString()), limit, progress);
    return folder;
  }

  /**
   * Starts an instance and waits until the guest answers by ssh.
   *
   * <p>Never starts an unknown name: {@code limactl start} would make a VM of its own default for
   * it.
   */
  public void start(String name, Duration limit, Consumer<String> progress)
      throws LimaException, InterruptedException {
    var folder = existing(name);
    forget(folder.knownHosts());
    forget(folder.qemuLog());
    var lima = "--timeout=" + limit.toSeconds() + "s";
    // Lima's own limit ends first, for then it says where it stood.
    var ours = limit.plusSeconds(15);
    watch(name, "start", argv("json", "start", lima, name), ours, progress);
  }

  /** Shuts the guest down and waits; an instance that does not run is left alone. */
  public void stop(String name) throws LimaException, InterruptedException {
    existing(name);
    var result = run("stop", argv("json", "stop", name), STOP_LIMIT);
    if (!result.succeeded() && !result.errors().contains("got `Stopped`")) {
      throw refusal("stop", name, result);
    }
  }

  /** Ends the VM at once and removes every file of it; a missing instance is no error. */
  public void delete(String name) throws LimaException, InterruptedException {
    var folder = home.instance(name);
    if (folder.exists()) {
      var result = run("delete", argv("json", "delete", "--force", name), SHORT_LIMIT);
      if (!result.succeeded()) {
        throw refusal("delete", name, result);
      }
    }
    // limactl leaves a folder without lima.yaml alone.
    FileTrees.delete(folder.path());
    FileTrees.delete(folder.draft());
  }

  /**
   * Ends every process that belongs to an instance, whoever started it, and removes its files: for
   * cleaning up after a crash.
   */
  public void kill(String name) throws LimaException, InterruptedException {
    new InstanceProcesses(home.instance(name)).end();
    delete(name);
  }

  /** Copies an instance with Lima's own means: for vz, which has no overlay disks. */
  void copy(String from, String to, Duration limit) throws LimaException, InterruptedException {
    existing(from);
    var result = run("clone", argv("json", "clone", from, to), limit);
    if (!result.succeeded()) {
      throw refusal("clone", to, result);
    }
  }

  /** What an earlier boot left would mislead; a guest makes new host keys when it is new. */
  private static void forget(Path file) throws LimaException.Disk {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LimaException.Disk(file + " cannot be removed", e);
    }
  }

  private List<Instance> list(List<String> argv) throws LimaException, InterruptedException {
    var result = run("list", argv, SHORT_LIMIT);
    if (!result.succeeded()) {
      throw refusal("list", "", result);
    }
    return InstanceList.parse(home, result.output(), result.errors());
  }

  private InstanceFolder existing(String name) throws LimaException {
    var folder = home.instance(name);
    if (!folder.exists()) {
      throw new LimaException.Missing(name);
    }
    return folder;
  }

  private static List<String> argv(String logFormat, String... verb) {
    var argv = new ArrayList<>(List.of("limactl", "--tty=false", "--log-format", logFormat));
    argv.addAll(List.of(verb));
    return argv;
  }

  private Command command(List<String> argv, Duration limit) {
    var command = Command.of(argv).within(limit).with("LIMA_HOME", home.root().toString());
    for (var variable : wrapper.variables().entrySet()) {
      command = command.with(variable.getKey(), variable.getValue());
    }
    return command;
  }

  private CommandResult run(String verb, List<String> argv, Duration limit)
      throws LimaException, InterruptedException {
    try {
      return commands.run(command(argv, limit));
    } catch (CommandException e) {
      throw translated(verb, limit, "", e);
    }
  }

  private void watch(
      String name, String verb, List<String> argv, Duration limit, Consumer<String> progress)
      throws LimaException, InterruptedException {
    var tail = new LogTail();
    CommandResult result;
    try {
      result =
          commands.stream(
              command(argv, limit),
              InputSource.NONE,
              line -> {
                var entry = LogLine.parse(line);
                tail.add(entry);
                entry.progress().ifPresent(progress);
              });
    } catch (CommandException e) {
      throw translated(verb, limit, withVmLogs(name, tail).text(), e);
    }
    if (!result.succeeded()) {
      throw refusal(verb, name, withVmLogs(name, tail));
    }
  }

  /** What QEMU and the host agent said explains more than limactl's "exiting". */
  private LogTail withVmLogs(String name, LogTail tail) {
    var folder = home.instance(name);
    LogTail.of(folder.hostAgentLog()).stream().filter(LogLine::failure).forEach(tail::add);
    for (var line : LogTail.of(folder.qemuLog())) {
      var level = line.message().contains("warning:") ? "warning" : "error";
      tail.add(new LogLine(level, line.message()));
    }
    return tail;
  }

  private static LimaException refusal(String verb, String name, CommandResult result) {
    var tail = new LogTail();
    tail.addAll(result.errors().isEmpty() ? result.output() : result.errors());
    return refusal(verb, name, tail);
  }

  private static LimaException refusal(String verb, String name, LogTail tail) {
    return tail.text().contains("must not run as the root user")
        ? new LimaException.RefusedRoot()
        : new LimaException.Failed(verb, name, tail.reason(), tail.text());
  }

  private static LimaException translated(
      String verb, Duration limit, String log, CommandException e) {
    return switch (e.kind()) {
      case NOT_FOUND -> new LimaException.NotInstalled(e);
      case TIMEOUT -> new LimaException.TimedOut("limactl " + verb, limit, log, e);
      case NOT_STARTED -> new LimaException.Failed(verb, "", String.valueOf(e.getMessage()), log);
    };
  }
}
