package dev.paddock.template;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no template to use, or it could not be built. */
public final class TemplateException extends ExplainedException {
  /** What is wrong. */
  public enum Kind {
    /** None was built yet. */
    MISSING,
    /** One was built, but its files are not what they were. */
    DAMAGED,
    /** The build did not work. */
    BUILD,
    /** Another process builds one just now. */
    BUSY,
    /** The disk is full. */
    DISK_FULL
  }

  private final Kind kind;
  private final UserError error;

  private TemplateException(Kind kind, UserError error, @Nullable Throwable cause) {
    super(error.what(), cause);
    this.kind = kind;
    this.error = error;
  }

  static TemplateException missing() {
    return new TemplateException(
        Kind.MISSING,
        new UserError("Template VM not found. Run 'paddock setup' first.", "", "", ExitCode.FAILED),
        null);
  }

  static TemplateException damaged(String name, String reason, @Nullable Throwable cause) {
    return new TemplateException(
        Kind.DAMAGED,
        new UserError(
            "The template VM " + Escaped.text(name, 60) + " is damaged.",
            reason,
            "Build a new one with 'paddock setup'.",
            ExitCode.UNAVAILABLE),
        cause);
  }

  static TemplateException busy() {
    return new TemplateException(
        Kind.BUSY,
        new UserError(
            "Another Paddock is building a template just now.",
            "Two builds at a time would be in each other's way.",
            "Wait until it is done, or cancel it there.",
            ExitCode.UNAVAILABLE),
        null);
  }

  static TemplateException diskFull(Path folder, String need) {
    return new TemplateException(
        Kind.DISK_FULL,
        new UserError(
            "There is not enough room for the template in " + Escaped.text(folder.toString()) + ".",
            need,
            "Free some space, or move Paddock's files to another disk with PADDOCK_HOME.",
            ExitCode.CANNOT_WRITE),
        null);
  }

  static TemplateException choice(String what, String why, String fix) {
    return new TemplateException(Kind.BUILD, new UserError(what, why, fix, ExitCode.USAGE), null);
  }

  /** A step inside the VM ended with an error. */
  static TemplateException step(String step, int exitCode, String lastLines, Path log) {
    return new TemplateException(
        Kind.BUILD,
        new UserError(
            "Building the template failed at the step '" + step + "'.",
            reason(lastLines, exitCode),
            "The log " + Escaped.text(log.toString()) + " has every line; then try again.",
            ExitCode.FAILED,
            lastLines),
        null);
  }

  static TemplateException file(String what, Throwable cause) {
    return new TemplateException(
        Kind.BUILD,
        new UserError(
            what,
            Escaped.text(cause.getClass().getSimpleName() + ": " + cause.getMessage()),
            "Check the disk and the permissions of the folder.",
            ExitCode.CANNOT_WRITE),
        cause);
  }

  private static String reason(String lastLines, int exitCode) {
    var last = lastLines.strip().lines().reduce((a, b) -> b).orElse("");
    return last.isEmpty() ? "It ended with status " + exitCode + "." : Escaped.text(last);
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  @Override
  public UserError explain() {
    return error;
  }
}
