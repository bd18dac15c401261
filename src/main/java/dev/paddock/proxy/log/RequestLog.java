package dev.paddock.proxy.log;

import dev.paddock.proxy.ProxyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's requests as a file of JSON lines, written by a thread of its own. What comes faster
 * than the disk takes it is dropped and counted, never waited for. Refusals and other warnings that
 * repeat become one line now and one with their number a minute later.
 *
 * <p>A file that cannot be written is logged once, and no reason to stop a session.
 */
public final class RequestLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final int WAITING = 4096;
  private static final ProxyEvent OTHERS =
      new ProxyEvent.Refused(
          Instant.EPOCH, new ProxyEvent.RequestLine("", "", ""), 0, Repeats.OTHERS_REFUSED);
  private static final Entry LAST = new Entry(OTHERS, 0);

  private final RotatingFile file;
  private final OldLogs old;
  private final InstantSource time;
  private final boolean detailed;
  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private final Repeats<ProxyEvent> repeats = new Repeats<>(OTHERS);
  private final AtomicBoolean started = new AtomicBoolean();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("request-log").unstarted(this::write);
  private boolean failed;

  private record Entry(ProxyEvent event, long repeated) {}

  RequestLog(RotatingFile file, OldLogs old, InstantSource time, boolean detailed) {
    this.file = file;
    this.old = old;
    this.time = time;
    this.detailed = detailed;
  }

  /** The newest file; it is there once something was written. */
  public Path path() {
    return file.path();
  }

  /** Adds an event; never waits. Any thread. */
  public void take(ProxyEvent event) {
    if (!started.get() && started.compareAndSet(false, true)) {
      writer.start();
    }
    if (event instanceof ProxyEvent.RequestDone || detailed) {
      offer(new Entry(event, 0));
    } else {
      merge(event);
    }
  }

  /**
   * Writes what is waiting, for two seconds at most, or until interrupted. Nothing is taken any
   * more.
   */
  @Override
  public void close() {
    if (started.compareAndSet(false, true)) {
      return;
    }
    try {
      if (waiting.offer(LAST, 2, TimeUnit.SECONDS)) {
        writer.join(2_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void merge(ProxyEvent event) {
    tell(repeats.end(event.time()));
    var run = repeats.take(Timeless.of(event), event.time());
    if (run.count() == 1) {
      offer(new Entry(Timeless.at(run.what(), run.first()), 0));
    }
  }

  private synchronized void tellEnded(boolean all) {
    tell(all ? repeats.endAll() : repeats.end(time.instant()));
  }

  private void tell(List<Repeats.Run<ProxyEvent>> runs) {
    for (var run : runs) {
      if (run.count() > 1) {
        offer(new Entry(Timeless.at(run.what(), run.last()), run.count() - 1));
      }
    }
  }

  private void offer(Entry entry) {
    if (!waiting.offer(entry)) {
      dropped.incrementAndGet();
    }
  }

  private void write() {
    try {
      old.trim();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Old request logs cannot be removed", e);
    }
    try {
      for (var entry = waiting.take(); !entry.equals(LAST); entry = next()) {
        append(entry);
      }
      tellEnded(true);
      for (var entry = waiting.poll(); entry != null; entry = waiting.poll()) {
        append(entry);
      }
      file.close();
    } catch (InterruptedException e) {
      LOG.warn("The request log ends early");
    } catch (IOException e) {
      fail(e);
    }
  }

  private Entry next() throws InterruptedException {
    var entry = waiting.poll();
    while (entry == null) {
      flush();
      entry = waiting.poll(5, TimeUnit.SECONDS);
      tellEnded(false);
    }
    return entry;
  }

  private void append(Entry entry) {
    try {
      long missing = dropped.getAndSet(0);
      if (missing > 0) {
        file.append(LogLine.dropped(time.instant(), missing));
      }
      file.append(LogLine.of(entry.event(), entry.repeated(), detailed));
    } catch (IOException e) {
      dropped.incrementAndGet();
      fail(e);
    }
  }

  private void flush() {
    try {
      file.flush();
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    if (!failed) {
      failed = true;
      LOG.warn("The request log {} cannot be written", file.path(), e);
    }
  }
}
