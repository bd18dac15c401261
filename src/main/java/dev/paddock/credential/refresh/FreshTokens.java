package dev.paddock.credential.refresh;

import dev.paddock.credential.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param refresh the next refresh token, or null where the old one stays
 * @param identity OpenAI's id_token, or null
 * @param receivedAt not later than when it was made
 * @param expiresAt when the access token ends
 */
record FreshTokens(
    Secret access,
    @Nullable Secret refresh,
    @Nullable Secret identity,
    Instant receivedAt,
    Instant expiresAt)
    implements AutoCloseable {

  @Override
  public void close() {
    access.close();
    if (refresh != null) {
      refresh.close();
    }
    if (identity != null) {
      identity.close();
    }
  }
}
