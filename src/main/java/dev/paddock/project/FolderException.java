package dev.paddock.project;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.nio.file.Path;

/** A folder cannot be used for a session. */
public final class FolderException extends ExplainedException {
  private final UserError error;

  private FolderException(UserError error) {
    super(error.what());
    this.error = error;
  }

  static FolderException missing(Path folder) {
    return new FolderException(
        new UserError(
            "There is no folder " + shown(folder) + ".",
            "It does not exist, is a file, or may not be entered.",
            "Give the path of a folder.",
            ExitCode.NO_INPUT));
  }

  static FolderException refused(Path folder, String why) {
    return new FolderException(
        new UserError(
            "The folder " + shown(folder) + " is not given to a VM.",
            why,
            "Use the folder of one project, such as ~/work/my-project.",
            ExitCode.REFUSED));
  }

  static FolderException state(Path folder, String why) {
    return new FolderException(
        new UserError(
            "The folder " + shown(folder) + ", which keeps the agent's history, cannot be used.",
            why,
            "Move it away, or set AGENT_VM_STATE_DIR to another folder.",
            ExitCode.CANNOT_WRITE));
  }

  @Override
  public UserError explain() {
    return error;
  }

  private static String shown(Path folder) {
    return Escaped.text(folder.toString());
  }
}
