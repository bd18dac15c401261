package dev.paddock.credential;

/** The credentials that Paddock keeps on the host. */
public enum CredentialKind {
  /** The login of Claude Code: an OAuth access token of a Claude subscription. */
  CLAUDE("claude", "Claude login", "sk-ant-oat01-", "sk-ant-ort01-");

  private final String id;
  private final String label;
  private final String accessPrefix;
  private final String refreshPrefix;

  CredentialKind(String id, String label, String accessPrefix, String refreshPrefix) {
    this.id = id;
    this.label = label;
    this.accessPrefix = accessPrefix;
    this.refreshPrefix = refreshPrefix;
  }

  /** A short lower-case name for files and command output. */
  public String id() {
    return id;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  String accessPrefix() {
    return accessPrefix;
  }

  String refreshPrefix() {
    return refreshPrefix;
  }
}
