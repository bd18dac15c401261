package dev.paddock.session;

import dev.paddock.base.ByteSize;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** A VM cannot have as much memory as was asked for, or nothing would run in so little. */
public final class MemoryException extends ExplainedException {
  private static final ByteSize LEAST = ByteSize.ofMiB(512);

  private final ByteSize asked;
  private final ByteSize most;

  private MemoryException(ByteSize asked, ByteSize most) {
    super("a VM with " + asked + " of memory");
    this.asked = asked;
    this.most = most;
  }

  /**
   * Refuses what is too little or too much.
   *
   * @param most what the template was built for
   */
  static void check(ByteSize asked, ByteSize most) throws MemoryException {
    if (asked.compareTo(LEAST) < 0 || asked.compareTo(most) > 0) {
      throw new MemoryException(asked, most);
    }
  }

  @Override
  public UserError explain() {
    return new UserError(
        "A VM cannot have " + asked + " of memory.",
        "It needs " + LEAST + " at least, and the template was built for " + most + " at most.",
        "Ask for less; 'paddock setup --memory GB' builds a template for more.",
        ExitCode.USAGE);
  }
}
