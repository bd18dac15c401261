package dev.paddock.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Codex's ChatGPT login on this host, read from its {@code auth.json}, which belongs to the host's
 * own Codex. All methods may be called from any thread.
 */
public final class CodexLogin implements CredentialSource {
  private final FileLogin<CodexAccount> login;

  /** The login in {@code file}; {@code clock} decides whether it has expired. */
  public CodexLogin(Path file, Clock clock) {
    login = new FileLogin<>(file, new CodexFormat(), clock);
  }

  /** Where Codex keeps its login: below {@code CODEX_HOME} where that is set, else below home. */
  public static Path file(Map<String, String> environment, Path home) {
    var folder = environment.getOrDefault("CODEX_HOME", "");
    return (folder.isEmpty() ? home.resolve(".codex") : Path.of(folder)).resolve("auth.json");
  }

  @Override
  public CredentialState current() {
    return login.current();
  }

  /** What the login says about the account; nothing where there is no readable login. */
  public CodexAccount account() {
    return login.account().orElseGet(CodexAccount::unknown);
  }
}
