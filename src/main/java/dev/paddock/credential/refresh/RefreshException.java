package dev.paddock.credential.refresh;

import java.io.IOException;

/** A failure with words of our own, which hold no token. */
final class RefreshException extends IOException {
  private final String why;

  RefreshException(String why) {
    super(why);
    this.why = why;
  }

  /** For a person, without a full stop. */
  String why() {
    return why;
  }
}
