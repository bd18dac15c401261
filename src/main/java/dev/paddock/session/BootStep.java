package dev.paddock.session;

import dev.paddock.lima.LimaException;
import dev.paddock.lima.Limactl;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts the VM. Its undo is the clone's: a throw-away VM is removed, never shut down. */
final class BootStep implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final SessionId id;
  private final Limactl limactl;

  BootStep(SessionId id, Limactl limactl) {
    this.id = id;
    this.limactl = limactl;
  }

  @Override
  public StepName name() {
    return StepName.BOOT;
  }

  @Override
  public void run(Consumer<String> progress) throws LimaException, InterruptedException {
    limactl.start(id.name(), LIMIT, progress);
  }

  @Override
  public void undo() {}
}
