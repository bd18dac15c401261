package dev.paddock.credential;

/** The credentials that Paddock keeps on the host. */
public enum CredentialKind {
  /** The login of Claude Code: an OAuth access token of a Claude subscription. */
  CLAUDE("claude", "Claude login", "sk-ant-oat01-", "sk-ant-ort01-"),
  /** An API key of OpenAI's platform. */
  OPENAI("openai", "OpenAI API key", "sk-proj-", "sk-proj-"),
  /** The login of Codex with a ChatGPT subscription. */
  CODEX("codex", "ChatGPT login", "eyJ", "rt_"),
  /** The login of GitHub Copilot: a token of its OAuth app. */
  COPILOT("copilot", "Copilot login", "gho_", "ghr_"),
  /** Access to the repositories that a session works on. */
  GITHUB("github", "GitHub access", "ghu_", "ghr_");

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
