package dev.paddock.credential;

import java.nio.charset.StandardCharsets;

/** Makes a state's token readable, in tests only. */
final class Texts {
  private Texts() {}

  static String of(CredentialState state) {
    return state instanceof CredentialState.Present(var token, var end)
        ? new String(token.bytes(), StandardCharsets.US_ASCII)
        : state.toString();
  }
}
