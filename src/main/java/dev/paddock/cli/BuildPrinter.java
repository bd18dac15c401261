package dev.paddock.cli;

import dev.paddock.template.BuildPhase;
import dev.paddock.template.BuildProgress;
import dev.paddock.template.PhaseProgress;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;

/** Prints a build's phases, a line each when done, and what is going on where that can be seen. */
final class BuildPrinter {
  private final StepLines lines;
  private final Set<BuildPhase> printed = EnumSet.noneOf(BuildPhase.class);

  BuildPrinter(PrintStream err, boolean terminal) {
    lines = new StepLines(err, terminal);
  }

  synchronized void show(BuildProgress progress) {
    for (var phase : progress.phases()) {
      switch (phase.state()) {
        case DONE -> once(phase, () -> lines.done(phase.phase().title(), phase.took()));
        case FAILED -> once(phase, () -> lines.failed(phase.phase().title()));
        case ACTIVE -> lines.active(phase.phase().title(), detail(phase));
        case WAITING, SKIPPED -> {}
      }
    }
  }

  private void once(PhaseProgress phase, Runnable print) {
    if (printed.add(phase.phase())) {
      print.run();
    }
  }

  private static String detail(PhaseProgress phase) {
    return phase.percent().isPresent()
        ? phase.detail() + " " + phase.percent().getAsInt() + " %"
        : phase.detail();
  }
}
