package dev.paddock.template;

import dev.paddock.base.ByteSize;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends a build before the disk is full: QEMU suspends a guest whose disk cannot grow, and whoever
 * waits for that guest waits for ever. Other programs would suffer too.
 */
final class DiskWatch implements AutoCloseable {
  static final ByteSize LEAST = ByteSize.ofMiB(256);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LongSupplier free;
  private final Thread build = Thread.currentThread();
  private final Thread watcher;
  private boolean full;
  private boolean closed;

  /** Watches from now on; interrupts the thread that makes it where room runs out. */
  DiskWatch(LongSupplier free) {
    this.free = free;
    watcher = Thread.ofVirtual().name("disk-watch").start(this::watch);
  }

  /** Whether the build was interrupted for want of room. */
  synchronized boolean full() {
    return full;
  }

  private void watch() {
    try {
      while (!look()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private synchronized boolean look() {
    if (!closed && !full && free.getAsLong() < LEAST.bytes()) {
      full = true;
      build.interrupt();
    }
    return closed || full;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    watcher.interrupt();
  }
}
