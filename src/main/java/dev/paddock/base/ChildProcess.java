package dev.paddock.base;

import java.time.Duration;
import java.util.OptionalInt;

/** A child process that runs beside us until it ends or is closed. */
public interface ChildProcess extends AutoCloseable {

  /** Names it for good, for a lease on disk. */
  ProcessIdentity identity();

  /** Whether it still runs. */
  boolean alive();

  /** Waits for its end; empty where it still runs after {@code limit}. */
  OptionalInt await(Duration limit) throws InterruptedException;

  /** The last of what it printed on standard output and standard error. */
  String tail();

  /** Ends it: politely at first, by force after two seconds. Closing it twice does nothing. */
  @Override
  void close();
}
