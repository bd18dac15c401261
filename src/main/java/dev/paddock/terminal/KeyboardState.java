package dev.paddock.terminal;

import java.util.Arrays;

/**
 * What a program chose for the keyboard beyond its modes: a stack of kitty's flags for each screen,
 * and xterm's level. Any thread.
 */
final class KeyboardState {
  private static final int MAX_LEVEL = 2;

  /** Flags of one screen, the oldest forgotten where there are too many. */
  private static final class Stack {
    private final int[] flags = new int[16];
    private int size;

    int top() {
      return size == 0 ? 0 : flags[size - 1];
    }

    void push(int value) {
      if (size == flags.length) {
        System.arraycopy(flags, 1, flags, 0, --size);
      }
      flags[size++] = value;
    }

    void pop(int count) {
      size = Math.max(0, size - count);
    }

    void replace(int value) {
      size = Math.max(1, size);
      flags[size - 1] = value;
    }

    void clear() {
      size = 0;
      Arrays.fill(flags, 0);
    }
  }

  private final Stack main = new Stack();
  private final Stack alternate = new Stack();
  private boolean onAlternate;
  private int level;

  synchronized int flags() {
    return stack().top();
  }

  synchronized int modifyOtherKeys() {
    return level;
  }

  synchronized void screen(boolean isAlternate) {
    onAlternate = isAlternate;
  }

  synchronized void push(int flags) {
    stack().push(flags & KeyboardModes.ALL_FLAGS);
  }

  synchronized void pop(int count) {
    stack().pop(count);
  }

  /** Changes the flags on top: 1 sets them to these, 2 adds these, 3 takes these away. */
  synchronized void change(int flags, int how) {
    int known = flags & KeyboardModes.ALL_FLAGS;
    switch (how) {
      case 1 -> stack().replace(known);
      case 2 -> stack().replace(stack().top() | known);
      case 3 -> stack().replace(stack().top() & ~known);
      default -> {}
    }
  }

  synchronized void modifyOtherKeys(int newLevel) {
    level = Math.clamp(newLevel, 0, MAX_LEVEL);
  }

  synchronized void reset() {
    main.clear();
    alternate.clear();
    onAlternate = false;
    level = 0;
  }

  private Stack stack() {
    return onAlternate ? alternate : main;
  }
}
