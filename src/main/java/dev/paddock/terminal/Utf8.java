package dev.paddock.terminal;

/** Puts characters together from bytes, one at a time, strictly. */
final class Utf8 {
  static final int REPLACEMENT = 0xFFFD;

  /** What a byte led to. */
  enum Step {
    /** More bytes are needed. */
    MORE,
    /** {@link #codePoint} is complete. */
    COMPLETE,
    /** The bytes so far are not UTF-8; the last one has been used up. */
    INVALID,
    /** The bytes before this one are not UTF-8; this one has not been used. */
    INVALID_BEFORE
  }

  private int codePoint;
  private int missing;
  private int lowest;
  private int highest;

  int codePoint() {
    return codePoint;
  }

  /** Whether a character has begun and not ended. */
  boolean pending() {
    return missing > 0;
  }

  void clear() {
    missing = 0;
  }

  /** Takes a byte, which must be 0x80 or more unless a character is pending. */
  Step accept(int b) {
    return missing == 0 ? lead(b) : continuation(b);
  }

  private Step lead(int b) {
    lowest = 0x80;
    highest = 0xBF;
    if (b >= 0xC2 && b <= 0xDF) {
      return begin(1, b & 0x1F);
    }
    if (b >= 0xE0 && b <= 0xEF) {
      // No overlong forms, no surrogates.
      lowest = b == 0xE0 ? 0xA0 : 0x80;
      highest = b == 0xED ? 0x9F : 0xBF;
      return begin(2, b & 0x0F);
    }
    if (b >= 0xF0 && b <= 0xF4) {
      lowest = b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xF4 ? 0x8F : 0xBF;
      return begin(3, b & 0x07);
    }
    return Step.INVALID;
  }

  private Step begin(int bytes, int bits) {
    missing = bytes;
    codePoint = bits;
    return Step.MORE;
  }

  private Step continuation(int b) {
    if (b < lowest || b > highest) {
      missing = 0;
      return Step.INVALID_BEFORE;
    }
    lowest = 0x80;
    highest = 0xBF;
    codePoint = (codePoint << 6) | (b & 0x3F);
    missing--;
    return missing == 0 ? Step.COMPLETE : Step.MORE;
  }
}
