package dev.paddock.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a login gave, without its refresh token.
 *
 * @param token closed with this reading
 * @param expiresAt when the token ends, or null where the login does not say
 * @param account what is not secret
 */
record Reading<A>(Secret token, @Nullable Instant expiresAt, A account) implements AutoCloseable {

  @Override
  public void close() {
    token.close();
  }
}
