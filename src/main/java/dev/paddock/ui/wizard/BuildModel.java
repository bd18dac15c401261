package dev.paddock.ui.wizard;

import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.Lifetime;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The third page: a build, which goes on when the person looks at something else meanwhile. FX
 * thread only.
 */
public final class BuildModel {
  private static final BuildStatus NOTHING =
      new BuildStatus(List.of(), List.of(), new BuildStatus.Outcome.Building());

  private final TemplateBuilds builds;
  private final Executor ui;
  private final Consumer<BuildStatus.Outcome> ended;
  private final ReadOnlyObjectWrapper<BuildStatus> status = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
  private @Nullable TemplateBuild build;

  BuildModel(TemplateBuilds builds, Executor ui, Consumer<BuildStatus.Outcome> ended) {
    this.builds = builds;
    this.ui = ui;
    this.ended = ended;
  }

  void start(TemplateChoices choices) {
    status.set(NOTHING);
    running.set(true);
    cancelling.set(false);
    var started = builds.start(choices);
    build = started;
    // Watched until the build ends and not until the view goes.
    var lifetime = new Lifetime();
    lifetime.watch(
        Bridge.observe(started.status(), ui, lifetime), latest -> take(latest, lifetime));
  }

  /** As it is now; empty before the first build. */
  public ReadOnlyObjectProperty<BuildStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** Whether a build is under way. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Whether the build under way was asked to end. */
  public ReadOnlyBooleanProperty cancelling() {
    return cancelling.getReadOnlyProperty();
  }

  /** Asks the build to end. */
  public void cancel() {
    var current = build;
    if (running.get() && current != null) {
      cancelling.set(true);
      current.cancel();
    }
  }

  private void take(BuildStatus latest, Lifetime lifetime) {
    if (lifetime.isOver()) {
      return;
    }
    status.set(latest);
    if (!(latest.outcome() instanceof BuildStatus.Outcome.Building)) {
      lifetime.close();
      build = null;
      running.set(false);
      ended.accept(latest.outcome());
    }
  }
}
