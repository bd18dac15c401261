package dev.paddock.credential.refresh;

import java.io.IOException;
import java.time.Instant;

/** The lock that a provider's own client takes while it renews its login. */
@FunctionalInterface
public interface ProviderLock {
  /** For a client that has none. */
  ProviderLock NONE = () -> () -> {};

  /**
   * Waits for the lock.
   *
   * @throws IOException where the client holds it for too long, or it cannot be made
   */
  Held acquire() throws IOException, InterruptedException;

  /**
   * Gives the lock back for a process of ours that was killed while it had it.
   *
   * @param held a moment at which it had the lock
   */
  default void takeBack(Instant held) throws IOException {}

  /** Gives the lock back. */
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
