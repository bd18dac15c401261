package dev.paddock.session;

import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.NetworkMode;
import java.util.Set;

/**
 * Which hosts a person lets a session reach.
 *
 * @param mode which in general
 * @param hosts further ones, for {@link NetworkMode#LISTED}, beside those of the person's own file
 * @param onlyOurCredentials whether a credential is refused that the VM has from elsewhere, on the
 *     hosts of all providers and of GitHub, with a login or not; they are decrypted for that
 */
public record NetworkRequest(NetworkMode mode, Set<HostPattern> hosts, boolean onlyOurCredentials) {

  /** Copies the set. */
  public NetworkRequest {
    hosts = Set.copyOf(hosts);
  }

  /** Any public host. */
  public static NetworkRequest usual() {
    return new NetworkRequest(NetworkMode.OPEN, Set.of(), false);
  }
}
