package dev.paddock.app;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import dev.paddock.base.Subscription;
import dev.paddock.template.BuildProgress;
import dev.paddock.template.PhaseProgress;
import dev.paddock.template.TemplateBuilder;
import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.kit.ProgressItem;
import dev.paddock.ui.kit.Unexpected;
import dev.paddock.ui.wizard.BuildStatus;
import dev.paddock.ui.wizard.TemplateBuild;
import dev.paddock.ui.wizard.TemplateBuilds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The template builder as the wizard knows it: each build on a thread of its own. */
record WizardBuilds(TemplateBuilder builder) implements TemplateBuilds {
  private static final int LINES = 200;

  @Override
  public TemplateBuild start(TemplateChoices choices) {
    var build = new Build();
    build.thread = Thread.ofVirtual().name("template build").unstarted(() -> run(choices, build));
    build.thread.start();
    return build;
  }

  private void run(TemplateChoices choices, Build build) {
    var progress = new Signal<>(BuildProgress.waiting());
    try (Subscription _ = progress.subscribe(build::take)) {
      build.end(new BuildStatus.Outcome.Built(builder.build(choices, progress)));
    } catch (ExplainedException e) {
      build.end(new BuildStatus.Outcome.Failed(e.explain()));
    } catch (RuntimeException e) {
      build.end(new BuildStatus.Outcome.Failed(Unexpected.logged(e)));
    }
  }

  private static final class Build implements TemplateBuild {
    private final Signal<BuildStatus> status =
        new Signal<>(new BuildStatus(List.of(), List.of(), new BuildStatus.Outcome.Building()));
    private final List<String> lines = new ArrayList<>();
    private Thread thread = Thread.currentThread();

    @Override
    public Signal<BuildStatus> status() {
      return status;
    }

    @Override
    public void cancel() {
      thread.interrupt();
    }

    private synchronized void take(BuildProgress progress) {
      progress.active().map(PhaseProgress::detail).ifPresent(this::remember);
      var items = progress.phases().stream().map(Build::item).toList();
      status.update(s -> new BuildStatus(items, lines, s.outcome()));
    }

    private void end(BuildStatus.Outcome outcome) {
      status.update(s -> new BuildStatus(s.phases(), s.log(), outcome));
    }

    private void remember(String line) {
      if (!line.isEmpty() && (lines.isEmpty() || !lines.getLast().equals(line))) {
        lines.add(line);
        if (lines.size() > LINES) {
          lines.removeFirst();
        }
      }
    }

    private static ProgressItem item(PhaseProgress phase) {
      var mark =
          switch (phase.state()) {
            case WAITING -> ProgressItem.Mark.WAITING;
            case ACTIVE -> ProgressItem.Mark.ACTIVE;
            case DONE, SKIPPED -> ProgressItem.Mark.DONE;
            case FAILED -> ProgressItem.Mark.FAILED;
          };
      return new ProgressItem(
          phase.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          phase.phase().title(),
          mark,
          phase.took(),
          phase.detail());
    }
  }
}
