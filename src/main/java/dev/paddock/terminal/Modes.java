package dev.paddock.terminal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The modes that a program may switch, and how they stand. What is not here is neither passed nor
 * supported.
 */
final class Modes {
  static final int CURSOR_KEYS = 1;
  static final int CARET_VISIBLE = 25;
  static final int ALTERNATE_SCREEN = 1049;
  static final int BRACKETED_PASTE = 2004;

  private static final int ORIGIN = 6;
  private static final int AUTO_WRAP = 7;
  private static final int SAVE_CURSOR = 1048;

  /** Private modes (CSI ? n h) that the widget knows. */
  private static final List<Integer> KNOWN =
      List.of(
          CURSOR_KEYS,
          ORIGIN,
          AUTO_WRAP,
          CARET_VISIBLE,
          47,
          1000,
          1002,
          1003,
          1006,
          1015,
          1047,
          SAVE_CURSOR,
          ALTERNATE_SCREEN,
          BRACKETED_PASTE);

  private static final List<Integer> ALTERNATE = List.of(47, 1047, ALTERNATE_SCREEN);
  private static final List<Integer> ON_AT_FIRST = List.of(AUTO_WRAP, CARET_VISIBLE);

  // Written by the thread that feeds the gate, read by those that encode keys and pastes.
  private final BitSet on = new BitSet();

  Modes() {
    reset();
  }

  synchronized void reset() {
    on.clear();
    ON_AT_FIRST.forEach(on::set);
  }

  static boolean known(int mode) {
    return KNOWN.contains(mode);
  }

  synchronized boolean isOn(int mode) {
    return ALTERNATE.contains(mode) ? ALTERNATE.stream().anyMatch(on::get) : on.get(mode);
  }

  /**
   * Switches a known mode.
   *
   * @return whether the widget has to be told: entering the other screen twice would lose the first
   */
  synchronized boolean set(int mode, boolean enabled) {
    if (ALTERNATE.contains(mode)) {
      boolean changed = isOn(mode) != enabled;
      ALTERNATE.forEach(on::clear);
      on.set(ALTERNATE_SCREEN, enabled);
      return changed;
    }
    on.set(mode, enabled && mode != SAVE_CURSOR);
    return true;
  }

  /** The modes that differ from a fresh terminal's. */
  synchronized List<Integer> changed() {
    var changed = new ArrayList<Integer>();
    for (int mode : KNOWN) {
      if (on.get(mode) != ON_AT_FIRST.contains(mode)) {
        changed.add(mode);
      }
    }
    return changed;
  }
}
