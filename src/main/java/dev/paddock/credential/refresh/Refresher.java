package dev.paddock.credential.refresh;

import java.io.IOException;

/** A way to renew a login. Only one process at a time is inside of any method. They block. */
public interface Refresher {

  /** Finishes what a process began that was killed. */
  void recover() throws IOException;

  /**
   * Tries once.
   *
   * @param token the access token to get rid of; where another one is there, the work is done
   * @param refused whether the provider refused it, although it has not ended
   */
  Attempt renew(TokenId token, boolean refused) throws InterruptedException;
}
