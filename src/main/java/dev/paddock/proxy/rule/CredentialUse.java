package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;

/** Which of the host's credentials goes onto a request. */
public sealed interface CredentialUse {
  /** What kind it is, which says whose placeholder stood there. */
  CredentialKind kind();

  /** The one of its kind. */
  record Login(CredentialKind kind) implements CredentialUse {}

  /** That of a repository, and of no other. */
  record Repository(GitHubRepository repository) implements CredentialUse {
    @Override
    public CredentialKind kind() {
      return CredentialKind.GITHUB;
    }
  }

  /** The one that the user chose for GraphQL and what belongs to no repository. */
  record GitHubUser() implements CredentialUse {
    @Override
    public CredentialKind kind() {
      return CredentialKind.GITHUB;
    }
  }
}
