package dev.paddock.credential;

/** The credentials that Paddock keeps on the host. */
public enum CredentialKind {
  /** The login of Claude Code: an OAuth access token of a Claude subscription. */
  CLAUDE("claude", "Claude login", "sign in to Claude Code there"),
  /** An API key of OpenAI's platform. */
  OPENAI("openai", "OpenAI API key", "set OPENAI_API_KEY there"),
  /** The login of Codex with a ChatGPT subscription. */
  CODEX("codex", "ChatGPT login", "sign in to Codex there"),
  /** The login of GitHub Copilot: a token of its OAuth app. */
  COPILOT("copilot", "Copilot login", "sign in to Copilot there"),
  /** Access to the repositories that a session works on. */
  GITHUB("github", "GitHub access", "give the session access to the repository there");

  private final String id;
  private final String label;
  private final String remedy;

  CredentialKind(String id, String label, String remedy) {
    this.id = id;
    this.label = label;
    this.remedy = remedy;
  }

  /** A short lower-case name for files and command output. */
  public String id() {
    return id;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** What to do on the host where it is missing, in the words of an instruction. */
  public String remedy() {
    return remedy;
  }
}
