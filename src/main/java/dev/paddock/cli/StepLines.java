package dev.paddock.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Lines on standard error for steps: one for each that is over, and on a terminal one that changes
 * while a step is under way.
 */
final class StepLines {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final int WIDTH = 78;

  private final PrintStream err;
  private final boolean terminal;
  private boolean open;

  StepLines(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  void done(String title, Duration took) {
    line(String.format(Locale.ROOT, "✓ %s (%.1f s)", title, took.toMillis() / 1e3));
  }

  void failed(String title) {
    line("✗ " + title);
  }

  void active(String title, String detail) {
    if (terminal) {
      var text = "… " + title + (detail.isEmpty() ? "" : ": " + detail);
      err.print(ERASE_LINE + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
      err.flush();
      open = true;
    }
  }

  /** Takes the changing line away. */
  void clear() {
    if (open) {
      erase();
      open = false;
    }
  }

  /** Takes away whatever stands on the cursor's line. */
  void erase() {
    if (terminal) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }

  private void line(String text) {
    clear();
    err.println(text);
  }
}
