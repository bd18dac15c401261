package dev.paddock.credential;

import java.io.IOException;

/** The macOS Keychain did not give or take an item; never holds what is in it. */
public final class KeychainException extends IOException {
  private final String why;

  KeychainException(String why) {
    super(why);
    this.why = why;
  }

  /** For a person, without a full stop. */
  public String why() {
    return why;
  }
}
