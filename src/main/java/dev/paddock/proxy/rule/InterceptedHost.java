package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A host whose TLS the proxy ends itself.
 *
 * @param name its name in normal form
 * @param credentials whose placeholders are replaced here by the real thing
 * @param putWhenMissing whether a request without any credential gets the real one as well
 * @param refreshPath the path of a token refresh that is answered here, or null
 */
public record InterceptedHost(
    String name,
    Set<CredentialKind> credentials,
    boolean putWhenMissing,
    @Nullable String refreshPath) {

  /** Copies the set. */
  public InterceptedHost {
    credentials = Set.copyOf(credentials);
  }

  /** Whether requests to it can carry a real credential. */
  public boolean carriesCredential() {
    return !credentials.isEmpty();
  }
}
