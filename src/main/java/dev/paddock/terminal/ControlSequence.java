package dev.paddock.terminal;

import java.util.Arrays;

/**
 * A control sequence: CSI, perhaps a private prefix, numbers, perhaps an intermediate byte, and a
 * final byte. One instance is filled again and again by the parser.
 *
 * <p>A number may be followed by sub-numbers (4:3), each of which stands at an index of its own.
 * Numbers are cut at {@value #MAX_VALUE} and those after the {@value #MAX_COUNT}th are dropped.
 */
final class ControlSequence {
  static final int MAX_COUNT = 32;
  static final int MAX_VALUE = 65_535;
  private static final int OMITTED = -1;

  private final int[] values = new int[MAX_COUNT];
  private final boolean[] sub = new boolean[MAX_COUNT];
  private int count;
  private boolean overflow;
  private int prefix;
  private int intermediate;
  private int finalByte;

  void clear() {
    Arrays.fill(values, OMITTED);
    Arrays.fill(sub, false);
    count = 0;
    overflow = false;
    prefix = 0;
    intermediate = 0;
    finalByte = 0;
  }

  /** One of {@code <=>?}, or 0. */
  int prefix() {
    return prefix;
  }

  /** The byte between the numbers and the final byte, or 0. */
  int intermediate() {
    return intermediate;
  }

  int finalByte() {
    return finalByte;
  }

  /** How many numbers there are, sub-numbers and omitted ones counted. */
  int count() {
    return count;
  }

  /** The number at this index, or another where it is omitted or the sequence is shorter. */
  int value(int index, int otherwise) {
    return index >= count || values[index] == OMITTED ? otherwise : values[index];
  }

  /** The number at this index as a count or a position, where 0 and nothing both mean 1. */
  int positive(int index) {
    return Math.max(1, value(index, 1));
  }

  /** Whether the number at this index belongs to the one before it. */
  boolean isSub(int index) {
    return index < count && sub[index];
  }

  /** The index after the sub-numbers of the number at this index. */
  int next(int index) {
    int next = index + 1;
    while (isSub(next)) {
      next++;
    }
    return next;
  }

  void prefix(int value) {
    prefix = value;
  }

  void intermediate(int value) {
    intermediate = value;
  }

  void end(int value) {
    finalByte = value;
  }

  boolean hasNumbers() {
    return count > 0;
  }

  void digit(int digit) {
    if (count == 0) {
      count = 1;
    }
    if (!overflow) {
      int old = Math.max(0, values[count - 1]);
      values[count - 1] = Math.min(MAX_VALUE, old * 10 + digit);
    }
  }

  /** Ends a number; the next one is a sub-number after a colon. */
  void separator(boolean colon) {
    if (count == 0) {
      count = 1;
    }
    if (count == MAX_COUNT) {
      overflow = true;
      return;
    }
    sub[count++] = colon;
  }
}
