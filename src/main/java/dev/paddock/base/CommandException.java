package dev.paddock.base;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A program could not be started, did not end in time, or its output could not be read. */
public final class CommandException extends ExplainedException {
  /** How a program failed before it could give an exit code. */
  public enum Kind {
    /** No such program on the path, or not executable. */
    NOT_FOUND,
    /** Still running at the end of its time limit, and killed. */
    TIMEOUT,
    /** The system could not start it, for instance for want of memory. */
    NOT_STARTED
  }

  private final Kind kind;
  private final String program;

  private CommandException(Kind kind, String program, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.program = program;
  }

  static CommandException notFound(String program, Throwable cause) {
    return new CommandException(
        Kind.NOT_FOUND, program, "'" + program + "' could not be started", cause);
  }

  static CommandException timeout(String program, Duration limit) {
    return new CommandException(
        Kind.TIMEOUT,
        program,
        "'" + program + "' did not end within " + limit.toSeconds() + " s and was stopped",
        null);
  }

  static CommandException notStarted(String program, Throwable cause) {
    return new CommandException(
        Kind.NOT_STARTED,
        program,
        "'" + program + "' could not be started: " + cause.getMessage(),
        cause);
  }

  /** How it failed. */
  public Kind kind() {
    return kind;
  }

  /** The program, as it was called. */
  public String program() {
    return program;
  }

  @Override
  public UserError explain() {
    return switch (kind) {
      case NOT_FOUND ->
          new UserError(
              getMessage() + ".",
              "It is not installed, not on the PATH, or not executable.",
              "Install it, or run 'paddock doctor' to see what is missing.",
              ExitCode.UNAVAILABLE);
      case TIMEOUT ->
          new UserError(
              getMessage() + ".",
              "It hangs, or this machine is very busy.",
              "Try again; 'paddock doctor' shows whether the tools answer.",
              ExitCode.UNAVAILABLE);
      case NOT_STARTED ->
          new UserError(
              getMessage() + ".",
              "This machine may be short of memory or processes.",
              "Close other programs, and try again.",
              ExitCode.FAILED);
    };
  }
}
