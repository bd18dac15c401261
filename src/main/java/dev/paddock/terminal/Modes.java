package dev.paddock.terminal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The private modes (CSI ? n h) that a program may switch, and how they stand. What is not here is
 * neither passed nor supported. Any thread.
 */
final class Modes {
  static final int CURSOR_KEYS = 1;
  static final int CARET_VISIBLE = 25;
  static final int KEYPAD = 66;
  static final int MOUSE_BUTTONS = 1000;
  static final int MOUSE_DRAGS = 1002;
  static final int MOUSE_MOVES = 1003;
  static final int FOCUS = 1004;
  static final int MOUSE_SGR = 1006;
  static final int ALTERNATE_SCROLL = 1007;
  static final int ALTERNATE_SCREEN = 1049;
  static final int BRACKETED_PASTE = 2004;
  static final int FRAME = 2026;
  static final int COLOUR_SCHEME = 2031;

  private static final int ORIGIN = 6;
  private static final int AUTO_WRAP = 7;
  private static final int SAVE_CURSOR = 1048;

  /** Those that change what the widget draws. */
  private static final List<Integer> FOR_WIDGET =
      List.of(ORIGIN, AUTO_WRAP, CARET_VISIBLE, 47, 1047, SAVE_CURSOR, ALTERNATE_SCREEN);

  /** Those that change what is sent or reported, which is never the widget's business. */
  private static final List<Integer> OURS =
      List.of(
          CURSOR_KEYS,
          KEYPAD,
          MOUSE_BUTTONS,
          MOUSE_DRAGS,
          MOUSE_MOVES,
          FOCUS,
          MOUSE_SGR,
          ALTERNATE_SCROLL,
          BRACKETED_PASTE,
          FRAME,
          COLOUR_SCHEME);

  private static final List<Integer> ALTERNATE = List.of(47, 1047, ALTERNATE_SCREEN);
  private static final List<Integer> ON_AT_FIRST =
      List.of(AUTO_WRAP, CARET_VISIBLE, ALTERNATE_SCROLL);

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
    return FOR_WIDGET.contains(mode) || OURS.contains(mode);
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
    return FOR_WIDGET.contains(mode);
  }

  /** The modes of the widget that differ from a fresh terminal's. */
  synchronized List<Integer> changed() {
    var changed = new ArrayList<Integer>();
    for (int mode : FOR_WIDGET) {
      if (on.get(mode) != ON_AT_FIRST.contains(mode)) {
        changed.add(mode);
      }
    }
    return changed;
  }
}
