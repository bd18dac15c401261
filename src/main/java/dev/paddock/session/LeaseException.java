package dev.paddock.session;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** The folder in which sessions are written down cannot be read or written. */
public final class LeaseException extends ExplainedException {
  private final Path path;

  LeaseException(Path path, IOException cause) {
    super("cannot keep session records in " + path + ": " + cause.getMessage(), cause);
    this.path = path;
  }

  @Override
  public UserError explain() {
    return new UserError(
        "The record of this session could not be kept.",
        "Writing to " + path + " failed, perhaps because the disk is full.",
        "Make room or mend the folder's permissions, then try again.",
        ExitCode.CANNOT_WRITE,
        String.valueOf(getMessage()));
  }
}
