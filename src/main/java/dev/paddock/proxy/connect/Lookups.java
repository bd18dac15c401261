package dev.paddock.proxy.connect;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up on threads of the system. The JDK's resolver blocks in native code, where it would
 * hold a carrier of virtual threads: a few hundred names whose server is silent would then stop
 * every virtual thread of the process.
 */
public final class Lookups implements AutoCloseable {
  private static final int MOST = 128;
  private static final int MOST_OF_A_SESSION = 32;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("paddock-lookup-", 0).factory());

  /** For one session, which cannot take all of them; refuses what is too much. */
  public Executor ofASession() {
    var free = new Semaphore(MOST_OF_A_SESSION);
    return task -> {
      if (!free.tryAcquire()) {
        throw new RejectedExecutionException("too many of one session");
      }
      try {
        threads.execute(() -> {
          try {
            task.run();
          } finally {
            free.release();
          }
        });
      } catch (RejectedExecutionException e) {
        free.release();
        throw e;
      }
    };
  }

  /** Ends the threads when their look-ups are done. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
