package dev.paddock.credential.refresh;

import dev.paddock.credential.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a login as they were read from its place.
 *
 * @param refresh or null, also where the provider's client has blanked it
 * @param expiresAt when the access token ends, or null where that is not known
 */
record StoredTokens(Secret access, @Nullable Secret refresh, @Nullable Instant expiresAt)
    implements AutoCloseable {

  boolean usable(Instant now) {
    return expiresAt == null || expiresAt.isAfter(now);
  }

  @Override
  public void close() {
    access.close();
    if (refresh != null) {
      refresh.close();
    }
  }
}
