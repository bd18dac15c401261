package dev.paddock.lima;

import dev.paddock.base.ChildProcess;
import dev.paddock.base.Command;
import dev.paddock.base.ProcessIdentity;
import dev.paddock.base.ProcessStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ssh processes that connect at once, and end when the test says so. */
final class FakeMasters implements ProcessStarter {
  final List<Command> started = new CopyOnWriteArrayList<>();
  private final List<Master> masters = new CopyOnWriteArrayList<>();
  private final Path socket;
  private volatile String refusal = "";

  FakeMasters(Path socket) {
    this.socket = socket;
  }

  @Override
  public ChildProcess start(Command command) {
    started.add(command);
    var master = new Master(refusal);
    masters.add(master);
    if (!refusal.isEmpty()) {
      master.close();
    } else {
      try {
        Files.writeString(socket, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return master;
  }

  /** From now on ssh ends with these words. */
  void refuse(String words) {
    refusal = words;
  }

  void unreachable() {
    refuse("Connection refused");
  }

  void breakLast() {
    masters.getLast().close();
  }

  boolean lastAlive() {
    return masters.getLast().alive();
  }

  private record Master(CountDownLatch end, String tail) implements ChildProcess {
    Master(String tail) {
      this(new CountDownLatch(1), tail);
    }

    @Override
    public ProcessIdentity identity() {
      return ProcessIdentity.self();
    }

    @Override
    public boolean alive() {
      return end.getCount() > 0;
    }

    @Override
    public OptionalInt await(Duration limit) throws InterruptedException {
      return end.await(limit.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(255)
          : OptionalInt.empty();
    }

    @Override
    public void close() {
      end.countDown();
    }
  }
}
