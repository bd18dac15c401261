package dev.paddock.proxy.rule;

import java.util.Set;

/**
 * What the user allows to one session; immutable.
 *
 * @param network which hosts it may reach
 * @param listed further hosts for {@link NetworkMode#LISTED}
 * @param gitHub what it may do on GitHub
 * @param onlyOurCredentials whether a credential that the client has from elsewhere is refused
 *     where one of ours could be used; without it such a credential passes as it is
 */
public record SessionPolicy(
    NetworkMode network, Set<HostPattern> listed, GitHubAccess gitHub, boolean onlyOurCredentials) {

  /** Copies the set. */
  public SessionPolicy {
    listed = Set.copyOf(listed);
  }

  /** Any public host, no GitHub, credentials of the client's own allowed. */
  public static SessionPolicy standard() {
    return new SessionPolicy(NetworkMode.OPEN, Set.of(), GitHubAccess.none(), false);
  }
}
