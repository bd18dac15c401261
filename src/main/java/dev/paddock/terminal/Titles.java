package dev.paddock.terminal;

import dev.paddock.base.Escaped;
import java.util.ArrayDeque;
import java.util.Deque;

/** The window's title, and the stack on which programs keep the one before (CSI 22 and 23 t). */
final class Titles {
  private static final int MAX_TITLE = 200;
  private static final int MAX_KEPT = 10;

  private final GateOutput output;
  private final Deque<String> kept = new ArrayDeque<>();
  private String current = "";

  Titles(GateOutput output) {
    this.output = output;
  }

  void change(String guests) {
    show(Escaped.text(guests.strip(), MAX_TITLE));
  }

  /** CSI 22 ; what t: 1 is an icon's title, which nobody has. */
  void keep(ControlSequence s) {
    if (s.value(1, 0) != 1) {
      kept.push(current);
      if (kept.size() > MAX_KEPT) {
        kept.removeLast();
      }
    }
  }

  /** CSI 23 ; what t. */
  void restore(ControlSequence s) {
    var before = s.value(1, 0) == 1 ? null : kept.poll();
    if (before != null) {
      show(before);
    }
  }

  private void show(String title) {
    current = title;
    output.report(new TerminalEvent.Title(title));
  }
}
