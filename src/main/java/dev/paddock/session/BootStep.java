package dev.paddock.session;

import dev.paddock.lima.LimaException;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.VmStart;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the VM. It is removed by the clone's undo: a throw-away VM is never shut down. */
final class BootStep implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final SessionId id;
  private final Limactl limactl;
  private @Nullable VmStart start;

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
    start = VmStart.begin(limactl, id.name(), LIMIT, progress);
    start.awaitSsh();
  }

  @Override
  public void undo() throws InterruptedException {
    if (start != null) {
      start.abandon();
    }
  }

  /** The reason where the VM ended soon after its start, or else {@code seen}. */
  LimaException reason(LimaException seen) throws InterruptedException {
    return start == null ? seen : start.failure().orElse(seen);
  }
}
