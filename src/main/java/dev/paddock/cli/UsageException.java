package dev.paddock.cli;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** The command line itself is wrong. */
final class UsageException extends ExplainedException {
  private final String fix;

  UsageException(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  @Override
  public UserError explain() {
    return new UserError(String.valueOf(getMessage()), "", fix, ExitCode.USAGE);
  }
}
