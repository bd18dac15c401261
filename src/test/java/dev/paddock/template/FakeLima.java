package dev.paddock.template;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stands in for limactl: makes and removes instances' folders, and fails where it is told to. */
final class FakeLima implements Commands {
  private final Path home;
  private final List<String> verbs = new ArrayList<>();
  private String failing = "";
  private String failure = "";

  FakeLima(Path home) {
    this.home = home;
  }

  /** A verb that fails with a message of Lima's. */
  void fail(String verb, String message) {
    failing = verb;
    failure = message;
  }

  /** What was asked for, such as {@code delete build-0a1b2c}. */
  List<String> verbs() {
    return verbs;
  }

  @Override
  public CommandResult run(Command command) throws CommandException, InterruptedException {
    return run(command, new byte[0]);
  }

  @Override
  public CommandResult run(Command command, byte[] input) {
    var argv = command.argv();
    if (argv.contains("--version")) {
      return new CommandResult(0, "limactl version 2.2.0\n", "");
    }
    var verb = argv.get(4);
    var name = verb.equals("create") ? argv.get(6) : argv.getLast();
    verbs.add(verb + " " + name);
    if (verb.equals(failing)) {
      return new CommandResult(1, "", "{\"level\":\"fatal\",\"msg\":\"" + failure + "\"}\n");
    }
    if (verb.equals("create")) {
      make(home.resolve(name));
    }
    return new CommandResult(0, "", "");
  }

  @Override
  public CommandResult stream(Command command, InputSource input, Consumer<String> line) {
    var result = run(command, new byte[0]);
    (result.output() + result.errors()).lines().forEach(line);
    return result;
  }

  /** An instance with a disk that stands alone. */
  static Path make(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("lima.yaml"), "vmType: qemu\n");
      Files.writeString(folder.resolve("disk"), "QFI\u00fb and more");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
