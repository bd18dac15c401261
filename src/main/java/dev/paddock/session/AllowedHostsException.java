package dev.paddock.session;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import dev.paddock.proxy.rule.HostList.BadLineException;
import java.nio.file.Path;

/** The person's list of hosts cannot be used. */
public final class AllowedHostsException extends ExplainedException {
  private final Path file;

  AllowedHostsException(Path file, Exception cause) {
    super("the list of hosts in " + file, cause);
    this.file = file;
  }

  @Override
  public UserError explain() {
    var why =
        getCause() instanceof BadLineException bad
            ? "Line " + bad.line() + " names no host: " + Escaped.text(bad.text()) + "."
            : "It is no readable text in UTF-8.";
    return new UserError(
        "Your list of allowed hosts cannot be used.",
        why,
        "Mend " + file + ": one host or *.domain a line.",
        ExitCode.USAGE);
  }
}
