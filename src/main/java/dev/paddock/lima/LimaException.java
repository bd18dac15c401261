package dev.paddock.lima;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something about Lima or one of its VMs did not work. */
public abstract sealed class LimaException extends ExplainedException {
  private static final String INSTALL =
      "Install Lima "
          + LimaVersion.OLDEST
          + " or newer: 'brew install lima', or see https://lima-vm.io/docs/installation/";

  private LimaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** There is no limactl on the path. */
  public static final class NotInstalled extends LimaException {
    NotInstalled(Throwable cause) {
      super("limactl could not be started", cause);
    }

    @Override
    public UserError explain() {
      return new UserError(
          "Lima is not installed.",
          "Paddock runs its VMs with 'limactl', which is not on the PATH.",
          INSTALL,
          ExitCode.UNAVAILABLE);
    }
  }

  /** Lima is there, but of a version that we cannot trust or talk to. */
  public static final class TooOld extends LimaException {
    private final LimaVersion found;

    TooOld(LimaVersion found) {
      super("Lima " + found + " is too old", null);
      this.found = found;
    }

    /** The version that is installed. */
    public LimaVersion found() {
      return found;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "Lima " + found + " is too old.",
          "Paddock needs "
              + LimaVersion.OLDEST
              + ": older versions let a VM reach more of the host.",
          INSTALL,
          ExitCode.UNAVAILABLE);
    }
  }

  /** limactl does not run for root. */
  public static final class RefusedRoot extends LimaException {
    RefusedRoot() {
      super("limactl refuses to run as root", null);
    }

    @Override
    public UserError explain() {
      return new UserError(
          "Lima refuses to run as root.",
          "It keeps VMs under an ordinary user, so that a flaw in one does not cost the machine.",
          "Start Paddock as your own user, without sudo.",
          ExitCode.UNAVAILABLE);
    }
  }

  /** The folder of our VMs cannot serve. */
  public static final class UnusableHome extends LimaException {
    private final Path home;
    private final String reason;

    UnusableHome(Path home, String reason) {
      super("unusable LIMA_HOME: " + reason, null);
      this.home = home;
      this.reason = reason;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "VMs cannot be kept in " + Escaped.text(home.toString()) + ".",
          "The folder does not suit: " + reason + ".",
          "Set PADDOCK_HOME to a short and plain path, for instance /var/tmp/paddock.",
          ExitCode.UNAVAILABLE);
    }
  }

  /** No instance of that name. */
  public static final class Missing extends LimaException {
    private final String name;

    Missing(String name) {
      super("no instance " + name, null);
      this.name = name;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "There is no VM " + name + ".",
          "It was deleted, or was never built.",
          "'paddock list' shows the sessions; 'paddock setup' builds the template.",
          ExitCode.NO_INPUT);
    }
  }

  /** limactl refused a verb or failed at it. */
  public static final class Failed extends LimaException {
    private final String verb;
    private final String name;
    private final String reason;
    private final String log;

    Failed(String verb, String name, String reason, String log) {
      super("limactl " + verb + " " + name + ": " + reason, null);
      this.verb = verb;
      this.name = name;
      this.reason = reason;
      this.log = log;
    }

    /** What was tried, such as {@code start}. */
    public String verb() {
      return verb;
    }

    /** Lima's own reason, in one line. */
    public String reason() {
      return reason;
    }

    /** The last lines of the logs. */
    public String log() {
      return log;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "Lima could not " + verb + " the VM " + name + ".",
          reason,
          "'paddock doctor' checks what VMs need on this machine; the log is in the details.",
          ExitCode.FAILED,
          log);
    }
  }

  /** limactl answered with something that is not its answer. */
  public static final class Garbage extends LimaException {
    private final String answer;

    Garbage(String command, String answer) {
      super("limactl " + command + " answered with something unexpected", null);
      this.answer = Escaped.text(answer, 400);
    }

    @Override
    public UserError explain() {
      return new UserError(
          "Lima gave an answer that Paddock does not understand.",
          "The program called 'limactl' may be another one, or a version that is not known yet.",
          INSTALL,
          ExitCode.UNAVAILABLE,
          getMessage() + ":\n" + answer);
    }
  }

  /** A command did not end in time, and was ended. */
  public static final class TimedOut extends LimaException {
    private final String command;
    private final Duration limit;
    private final String log;

    TimedOut(String command, Duration limit, String log, Throwable cause) {
      super(command + " took longer than " + limit.toSeconds() + " s", cause);
      this.command = command;
      this.limit = limit;
      this.log = log;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "'" + command + "' did not end within " + limit.toSeconds() + " s.",
          "It hangs, or this machine is very busy.",
          "Try again with fewer programs running; 'paddock doctor' shows whether Lima answers.",
          ExitCode.UNAVAILABLE,
          log);
    }
  }

  /** The guest could not be reached by ssh, or is no longer. */
  public static final class NoConnection extends LimaException {
    private final String name;
    private final String reason;

    NoConnection(String name, String reason) {
      super("no connection to " + name + ": " + reason, null);
      this.name = name;
      this.reason = reason;
    }

    @Override
    public UserError explain() {
      return new UserError(
          "The connection to the VM " + name + " is not there.",
          reason,
          "Start the session again; files in mounted folders are safe.",
          ExitCode.LOST);
    }
  }

  /** A file of an instance could not be written or read. */
  public static final class Disk extends LimaException {
    Disk(String what, Throwable cause) {
      super(what, cause);
    }

    @Override
    public UserError explain() {
      var cause = getCause();
      return new UserError(
          getMessage() + ".",
          cause == null || cause.getMessage() == null ? "" : Escaped.text(cause.getMessage(), 400),
          "Check that there is room on the disk and that the folder may be written.",
          ExitCode.CANNOT_WRITE);
    }
  }
}
