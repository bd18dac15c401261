package dev.paddock.cli;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.session.StepName;
import dev.paddock.session.StepProgress;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Prints a session's steps to standard error: a line each when done, and on a terminal a line that
 * changes while one is under way.
 */
final class ProgressPrinter {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final Set<StepName> printed = EnumSet.noneOf(StepName.class);
  private boolean open;

  ProgressPrinter(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  synchronized void show(SessionStatus status) {
    if (status.state() == SessionState.STARTING) {
      status.steps().forEach(this::step);
    } else if (open) {
      err.print(ERASE_LINE);
      err.flush();
      open = false;
    }
  }

  private void step(StepProgress step) {
    switch (step.phase()) {
      case DONE -> {
        if (printed.add(step.name())) {
          line(
              String.format(
                  Locale.ROOT, "✓ %s (%.1f s)", step.name().label(), step.took().toMillis() / 1e3));
        }
      }
      case ACTIVE -> {
        if (terminal) {
          err.print(ERASE_LINE + "… " + active(step));
          err.flush();
          open = true;
        }
      }
      case FAILED -> {
        if (printed.add(step.name())) {
          line("✗ " + step.name().label());
        }
      }
      case WAITING -> {}
    }
  }

  private void line(String text) {
    err.println((open ? ERASE_LINE : "") + text);
    open = false;
  }

  private static String active(StepProgress step) {
    var text = step.name().label() + (step.detail().isEmpty() ? "" : ": " + step.detail());
    return text.length() > 78 ? text.substring(0, 77) + "…" : text;
  }
}
