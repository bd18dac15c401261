package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hosts whose TLS the proxy ends itself, and which credential may appear where on them. */
public sealed interface InterceptedHost {
  /** Which hosts. */
  HostPattern pattern();

  /** Whether requests may need the user's own proxy, which lets only some reach providers. */
  default boolean isProvider() {
    return this instanceof Provider;
  }

  /**
   * A provider of models.
   *
   * @param credentials whose placeholders are replaced here, on any path
   * @param whenMissing the credential for a request that has none at all, or null
   */
  record Provider(
      HostPattern pattern, Set<CredentialKind> credentials, @Nullable CredentialKind whenMissing)
      implements InterceptedHost {
    /** Copies the set. */
    public Provider {
      credentials = Set.copyOf(credentials);
    }
  }

  /**
   * Where a login is refreshed. No placeholder belongs on a request to it.
   *
   * @param kind whose login
   * @param refreshPath a POST to it is answered by the proxy
   */
  record TokenEndpoint(HostPattern pattern, CredentialKind kind, String refreshPath)
      implements InterceptedHost {}

  /**
   * A host of GitHub's.
   *
   * @param paths how its paths name repositories
   */
  record GitHub(HostPattern pattern, GitHubPaths paths) implements InterceptedHost {}
}
