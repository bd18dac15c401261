package dev.paddock.session;

import dev.paddock.lima.CloneSettings;
import dev.paddock.lima.LimaException;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.OverlayClone;
import dev.paddock.lima.SharedFolder;
import java.util.List;
import java.util.function.Consumer;

/** Makes the VM's disk and configuration from the template, with the folders that it shall see. */
final class CloneStep implements Step {
  private static final int MOST_CPUS = 8;

  private final LaunchPlan plan;
  private final Limactl limactl;
  private final OverlayClone overlay;
  private final List<SharedFolder> folders;

  CloneStep(LaunchPlan plan, Limactl limactl, OverlayClone overlay, List<SharedFolder> folders) {
    this.plan = plan;
    this.limactl = limactl;
    this.overlay = overlay;
    this.folders = List.copyOf(folders);
  }

  @Override
  public StepName name() {
    return StepName.CLONE;
  }

  @Override
  public void run(Consumer<String> progress) throws LimaException, InterruptedException {
    limactl.requireSupported();
    var cpus = Math.min(MOST_CPUS, Runtime.getRuntime().availableProcessors());
    overlay.create(
        plan.template().name(),
        plan.id().name(),
        new CloneSettings(cpus, plan.memory(), folders, true));
  }

  /** Removes the VM, whatever became of it since. */
  @Override
  public void undo() throws LimaException, InterruptedException {
    limactl.kill(plan.id().name());
  }
}
