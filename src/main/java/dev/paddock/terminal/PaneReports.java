package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;

/** The pane's state, and what a program wants to be told when it changes. Any thread. */
final class PaneReports {
  private final Modes modes;
  private volatile PaneState pane;

  PaneReports(PaneState pane, Modes modes) {
    this.pane = pane;
    this.modes = modes;
  }

  PaneState pane() {
    return pane;
  }

  /** Changes the state; what to send to the program. */
  synchronized byte[] show(PaneState now) {
    var before = pane;
    pane = now;
    var reports = new StringBuilder();
    if (before.focused() != now.focused() && modes.isOn(Modes.FOCUS)) {
      reports.append(now.focused() ? "\033[I" : "\033[O");
    }
    boolean otherTheme = !before.colours().equals(now.colours());
    if (otherTheme && modes.isOn(Modes.COLOUR_SCHEME)) {
      reports.append(Questions.schemeReport(now.colours()));
    }
    return reports.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
