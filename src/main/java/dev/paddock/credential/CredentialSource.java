package dev.paddock.credential;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a credential of the host comes from. */
@FunctionalInterface
public interface CredentialSource {

  /**
   * The credential as it is now, and nothing else happens. From any thread: it is quick, may look
   * at a file's attributes, and does not go to the network.
   */
  CredentialState current();

  /**
   * Begins to read a place that takes time, and says when it was read once; until then {@link
   * #current} knows nothing. Never blocks; from any thread.
   *
   * @return done already where reading takes no time; never exceptionally
   */
  default CompletableFuture<Void> firstRead() {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * The credential for a request that is about to be sent: one that has ended is renewed first, one
   * that ends soon is given as it is and renewed behind. Never blocks; from any thread.
   *
   * @return done already where nothing has to be waited for, else completed on another thread;
   *     never exceptionally
   */
  default CompletableFuture<CredentialState> forRequest() {
    return CompletableFuture.completedFuture(current());
  }

  /**
   * Renews the credential, once for all who ask at the same time, in all processes. A token that
   * was refused and is not the current one any more counts as renewed. Never blocks; from any
   * thread.
   *
   * @return done already or completed on another thread; never exceptionally
   */
  default CompletableFuture<RefreshOutcome> refresh(RefreshReason reason) {
    return CompletableFuture.completedFuture(
        new RefreshOutcome.Ended("nothing on this machine can renew it"));
  }

  /**
   * What the provider's refusal of the present token has come to: the outcome of a renewal that is
   * under way, or that it was given up; renewed in all other cases. Never blocks; from any thread.
   *
   * @return as of {@link #refresh}
   */
  default CompletableFuture<RefreshOutcome> renewal() {
    return CompletableFuture.completedFuture(new RefreshOutcome.Renewed());
  }

  /** Reads the place again now, where {@link #current} would give what is known. May block. */
  default void readAgain() {}

  /** What the credential may do, never empty; told to the guest's client, so nothing secret. */
  default List<String> scopes() {
    return ClaudeAccount.unknown().scopes();
  }
}
