package dev.paddock.terminal;

/**
 * How a program wants keys to be sent.
 *
 * @param applicationCursor arrows, Home and End in their application form (DECCKM)
 * @param applicationKeypad the keypad in its application form (DECKPAM)
 * @param modifyOtherKeys xterm's level, from 0 to 2
 * @param kittyFlags the sum of kitty's {@code DISAMBIGUATE} and so on
 */
public record KeyboardModes(
    boolean applicationCursor, boolean applicationKeypad, int modifyOtherKeys, int kittyFlags) {
  /** Kitty: keys that type no text are told apart. */
  public static final int DISAMBIGUATE = 1;

  /** Kitty: repeats and releases are told. */
  public static final int EVENT_TYPES = 2;

  /** Kitty: what the key would be with Shift, and on a US keyboard. */
  public static final int ALTERNATE_KEYS = 4;

  /** Kitty: keys that type text too, and the modifiers themselves. */
  public static final int ALL_KEYS = 8;

  /** Kitty: the text beside its key. */
  public static final int TEXT = 16;

  /** All that there are. */
  static final int ALL_FLAGS = 31;

  /** Those of a fresh terminal. */
  public static final KeyboardModes LEGACY = new KeyboardModes(false, false, 0, 0);

  /** Whether all flags of this sum are on. */
  boolean kitty(int flags) {
    return (kittyFlags & flags) == flags;
  }
}
