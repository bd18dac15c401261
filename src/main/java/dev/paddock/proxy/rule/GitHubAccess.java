package dev.paddock.proxy.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session may do on GitHub with a credential. All else is done without one: no repository's
 * token is ever used for another, nor for what belongs to no repository.
 *
 * @param repositories the repositories, and what may be done with them
 * @param userLevel whether the user chose a token for GraphQL and what belongs to no repository
 */
public record GitHubAccess(Map<GitHubRepository, Level> repositories, boolean userLevel) {

  /** What may be done with a repository. */
  public enum Level {
    /** Only what changes nothing. */
    READ,
    /** All that its token allows. */
    WRITE
  }

  /** Copies the map. */
  public GitHubAccess {
    repositories = Map.copyOf(repositories);
  }

  /** No credential for anything. */
  public static GitHubAccess none() {
    return new GitHubAccess(Map.of(), false);
  }

  /** Whether there is anything to put a credential on. */
  public boolean isNone() {
    return repositories.isEmpty() && !userLevel;
  }

  @Nullable Level level(GitHubRepository repository) {
    return repositories.get(repository);
  }
}
