package dev.paddock.credential;

/** The credentials that Paddock can put on a request. */
public enum CredentialKind {
  /** The login of Claude Code on the host. */
  CLAUDE("Claude login");

  private final String label;

  CredentialKind(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
