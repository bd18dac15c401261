package dev.paddock.terminal;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import org.jspecify.annotations.Nullable;

/** A program could not be started on a pty. */
public final class PtyException extends ExplainedException {
  /** What was missing. */
  public enum Kind {
    /** This system gives out no ptys. */
    NO_PTYS,
    /** No such program on the path, or not executable. */
    NO_PROGRAM,
    /** The system refused. */
    REFUSED
  }

  private final Kind kind;

  private PtyException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  static PtyException noPtys(String missing) {
    return new PtyException(Kind.NO_PTYS, missing + " is missing", null);
  }

  static PtyException noProgram(String program) {
    return new PtyException(Kind.NO_PROGRAM, "'" + program + "' could not be started", null);
  }

  static PtyException refused(String program, Throwable cause) {
    return new PtyException(
        Kind.REFUSED,
        "'" + program + "' could not be started in a terminal: " + cause.getMessage(),
        cause);
  }

  /** What was missing. */
  public Kind kind() {
    return kind;
  }

  @Override
  public UserError explain() {
    return switch (kind) {
      case NO_PTYS ->
          new UserError(
              "No terminal could be opened.",
              getMessage() + ", so this system gives out no pseudo-terminals.",
              "In a container, mount devpts: mount -t devpts devpts /dev/pts",
              ExitCode.UNAVAILABLE);
      case NO_PROGRAM ->
          new UserError(
              getMessage() + ".",
              "It is not installed, not on the PATH, or not executable.",
              "Install it, or run 'paddock doctor' to see what is missing.",
              ExitCode.UNAVAILABLE);
      case REFUSED ->
          new UserError(
              getMessage() + ".",
              "The system is out of processes, memory or pseudo-terminals.",
              "Close some programs and try again.",
              ExitCode.UNAVAILABLE);
    };
  }
}
