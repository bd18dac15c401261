package dev.paddock.base;

/**
 * The exit codes of the command line, where no agent's own code wins.
 *
 * <p>Numbers follow BSD's sysexits(3) where it has a fitting one, so that they do not collide with
 * the small codes that agents use.
 */
public enum ExitCode {
  /** All went well. */
  OK(0),
  /** Something failed that has no code of its own; also agent-vm's code for a missing template. */
  FAILED(1),
  /** The command line itself was wrong. */
  USAGE(2),
  /** The folder, file or session named does not exist or may not be used (EX_NOINPUT). */
  NO_INPUT(66),
  /** A tool that Paddock needs is missing, too old or broken (EX_UNAVAILABLE). */
  UNAVAILABLE(69),
  /** A bug in Paddock (EX_SOFTWARE). */
  BUG(70),
  /** A file could not be written, for instance a full disk (EX_CANTCREAT). */
  CANNOT_WRITE(73),
  /** The connection to the VM was lost (EX_TEMPFAIL). */
  LOST(75),
  /** A person or a setting said no (EX_NOPERM). */
  REFUSED(77),
  /** Ended by Ctrl+C, as a shell reports it. */
  CANCELLED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process's exit status. */
  public int number() {
    return number;
  }
}
