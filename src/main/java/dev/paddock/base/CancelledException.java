package dev.paddock.base;

/** The person stopped the work; not a failure. */
public final class CancelledException extends ExplainedException {

  /** Says what was cancelled, for instance {@code "Building the template"}. */
  public CancelledException(String work) {
    super(work + " was cancelled");
  }

  @Override
  public UserError explain() {
    return new UserError(getMessage() + ".", "", "Nothing is left behind.", ExitCode.CANCELLED);
  }
}
