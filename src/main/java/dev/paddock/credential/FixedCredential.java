package dev.paddock.credential;

import org.jspecify.annotations.Nullable;

/** A credential that came with the process's environment and stays as it is. */
final class FixedCredential implements CredentialSource {
  private final @Nullable Secret secret;
  private final String whyAbsent;

  /** An empty value counts as none, and so does one that no header could carry. */
  FixedCredential(String value, String whyAbsent) {
    boolean usable = !value.isEmpty() && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    secret = usable ? Secret.of(value) : null;
    this.whyAbsent = whyAbsent;
  }

  @Override
  public CredentialState current() {
    return secret == null
        ? new CredentialState.Absent(whyAbsent)
        : new CredentialState.Present(secret.copy(), null);
  }
}
