package dev.paddock.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Claude Code's login on this host, read from {@code ~/.claude/.credentials.json}, which belongs to
 * the host's own Claude Code. All methods may be called from any thread.
 */
public final class ClaudeLogin implements CredentialSource {
  private final FileLogin<ClaudeAccount> login;

  /** The login in {@code file}; {@code clock} decides whether it has expired. */
  public ClaudeLogin(Path file, Clock clock) {
    login = new FileLogin<>(file, new ClaudeFormat(), clock);
  }

  /** The login of the user whose home folder this is. */
  public static ClaudeLogin in(Path home) {
    return new ClaudeLogin(file(home), Clock.systemUTC());
  }

  /** Where Claude Code keeps the login of the user whose home folder this is. */
  public static Path file(Path home) {
    return home.resolve(".claude").resolve(".credentials.json");
  }

  @Override
  public CredentialState current() {
    return login.current();
  }

  /** What the login says about the account; empty where there is no readable login. */
  public Optional<ClaudeAccount> account() {
    return login.account();
  }

  @Override
  public List<String> scopes() {
    return account().orElseGet(ClaudeAccount::unknown).scopes();
  }
}
