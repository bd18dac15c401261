package dev.paddock.ui.kit;

import dev.paddock.base.ExitCode;
import dev.paddock.base.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures that nobody foresaw, which means bugs. */
public final class Unexpected {
  private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

  private Unexpected() {}

  /** Logs it with its trace and explains it to a person, with the trace as the detail to copy. */
  public static UserError logged(Throwable failure) {
    LOG.error("Unexpected failure", failure);
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return new UserError(
        "Something went wrong inside Paddock.",
        "This is a mistake in Paddock, not in what you did.",
        "Try again. If it stays, report it with the details below.",
        ExitCode.BUG,
        trace.toString());
  }
}
