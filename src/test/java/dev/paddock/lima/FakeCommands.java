package dev.paddock.lima;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.InputSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Answers with what a real tool once printed, and remembers what it was asked. */
final class FakeCommands implements Commands {
  /** Decides an answer. */
  @FunctionalInterface
  interface Tool {
    CommandResult run(Command command) throws CommandException;
  }

  final List<Command> asked = new CopyOnWriteArrayList<>();
  final List<String> inputs = new CopyOnWriteArrayList<>();
  private final Tool tool;

  FakeCommands(Tool tool) {
    this.tool = tool;
  }

  static FakeCommands printing(String output) {
    return new FakeCommands(c -> new CommandResult(0, output, ""));
  }

  static FakeCommands failing(String errors) {
    return new FakeCommands(c -> new CommandResult(1, "", errors));
  }

  @Override
  public CommandResult run(Command command) throws CommandException {
    return run(command, new byte[0]);
  }

  @Override
  public CommandResult run(Command command, byte[] input) throws CommandException {
    asked.add(command);
    inputs.add(new String(input, StandardCharsets.UTF_8));
    return tool.run(command);
  }

  @Override
  public CommandResult stream(Command command, InputSource input, Consumer<String> line)
      throws CommandException {
    var bytes = new ByteArrayOutputStream();
    try {
      input.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result = run(command, bytes.toByteArray());
    (result.output() + result.errors()).lines().forEach(line);
    return new CommandResult(result.exitCode(), result.output() + result.errors(), "");
  }
}
