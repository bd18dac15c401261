package dev.paddock.cli;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** The command line itself is wrong. */
final class UsageException extends ExplainedException {
  private final String fix;
  private final ExitCode code;

  UsageException(String what, String fix) {
    this(what, fix, ExitCode.USAGE);
  }

  UsageException(String what, String fix, ExitCode code) {
    super(what);
    this.fix = fix;
    this.code = code;
  }

  @Override
  public UserError explain() {
    return new UserError(String.valueOf(getMessage()), "", fix, code);
  }
}
