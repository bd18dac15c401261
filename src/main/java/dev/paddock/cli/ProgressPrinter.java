package dev.paddock.cli;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.StepName;
import dev.paddock.session.StepProgress;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;

/** Prints a session's steps while it starts; afterwards the terminal is the agent's. */
final class ProgressPrinter {
  private final StepLines lines;
  private final Set<StepName> printed = EnumSet.noneOf(StepName.class);

  ProgressPrinter(PrintStream err, boolean terminal) {
    lines = new StepLines(err, terminal);
  }

  synchronized void show(SessionStatus status) {
    if (status.state() == SessionState.STARTING) {
      status.steps().forEach(this::step);
    } else {
      lines.clear();
    }
  }

  private void step(StepProgress step) {
    var title = step.name().label();
    switch (step.phase()) {
      case DONE -> {
        if (printed.add(step.name())) {
          lines.done(title, step.took());
        }
      }
      case FAILED -> {
        if (printed.add(step.name())) {
          lines.failed(title);
        }
      }
      case ACTIVE -> lines.active(title, step.detail());
      case WAITING -> {}
    }
  }
}
