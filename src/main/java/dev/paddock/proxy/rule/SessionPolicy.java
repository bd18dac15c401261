package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the user allows to one session; immutable.
 *
 * @param network which hosts it may reach
 * @param listed further hosts for {@link NetworkMode#LISTED}
 * @param logins whose hosts are intercepted; other providers' are as any other host
 * @param gitHub what it may do on GitHub
 * @param onlyOurCredentials whether a credential that the client has from elsewhere is refused on
 *     the hosts of all providers and of GitHub, with a login or not, which are intercepted for
 *     that; without it such a credential passes as it is
 */
public record SessionPolicy(
    NetworkMode network,
    Set<HostPattern> listed,
    Set<CredentialKind> logins,
    GitHubAccess gitHub,
    boolean onlyOurCredentials) {

  /** Copies the sets. */
  public SessionPolicy {
    listed = Set.copyOf(listed);
    logins = Set.copyOf(logins);
  }

  /** Any public host, all logins, no GitHub, credentials of the client's own allowed. */
  public static SessionPolicy standard() {
    return new SessionPolicy(
        NetworkMode.OPEN,
        Set.of(),
        EnumSet.allOf(CredentialKind.class),
        GitHubAccess.none(),
        false);
  }
}
