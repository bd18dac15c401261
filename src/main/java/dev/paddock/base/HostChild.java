package dev.paddock.base;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A child process of this machine. */
final class HostChild implements ChildProcess {
  private static final int MAX_TAIL = 16 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Process process;
  private final ProcessIdentity identity;
  private final Tail tail = new Tail(MAX_TAIL);
  private final Thread reader;

  HostChild(Process process) {
    this.process = process;
    identity = ProcessIdentity.of(process.toHandle());
    reader = Thread.startVirtualThread(() -> tail.readAll(process.getInputStream()));
  }

  @Override
  public ProcessIdentity identity() {
    return identity;
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public OptionalInt await(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      return OptionalInt.empty();
    }
    // Its last words are what explains its end.
    reader.join(Duration.ofMillis(500));
    return OptionalInt.of(process.exitValue());
  }

  @Override
  public String tail() {
    return tail.text();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
