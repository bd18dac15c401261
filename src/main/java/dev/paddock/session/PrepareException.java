package dev.paddock.session;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** The script that prepares the VM failed. */
public final class PrepareException extends ExplainedException {
  private final String output;

  PrepareException(int exitCode, String output) {
    super("preparing the VM ended with " + exitCode);
    this.output = output;
  }

  @Override
  public UserError explain() {
    var last = output.strip().lines().reduce((a, b) -> b).orElse("");
    return new UserError(
        "The VM could not be prepared.",
        last.isEmpty() ? "It does not say why." : "It says: " + Escaped.text(last),
        "Try again; if it stays so, build a fresh template with 'paddock setup'.",
        ExitCode.FAILED,
        Escaped.text(output, 2_000));
  }
}
