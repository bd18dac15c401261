package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.proxy.rule.GitHubRepository;
import org.jspecify.annotations.Nullable;

/** Where a session's GitHub tokens come from. Asked for every request, from any thread. */
public interface GitHubCredentials {
  /** The token of this repository, or null where the session has none. */
  @Nullable CredentialSource of(GitHubRepository repository);

  /** The token for GraphQL and what belongs to no repository, or null where there is none. */
  @Nullable CredentialSource ofUser();

  /** No token at all. */
  static GitHubCredentials none() {
    return new GitHubCredentials() {
      @Override
      public @Nullable CredentialSource of(GitHubRepository repository) {
        return null;
      }

      @Override
      public @Nullable CredentialSource ofUser() {
        return null;
      }
    };
  }
}
