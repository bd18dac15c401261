package dev.paddock.terminal;

/**
 * A key that stands for no text, or a combination that types none.
 *
 * @param key which one
 * @param character for {@link Key#CHARACTER} what it types alone, in lower case; else 0
 */
public record KeyStroke(Key key, int character, boolean shift, boolean alt, boolean control) {
  /** The keys of a terminal. */
  public enum Key {
    /** A key that types a character. */
    CHARACTER,
    ENTER,
    TAB,
    BACKSPACE,
    ESCAPE,
    UP,
    DOWN,
    RIGHT,
    LEFT,
    HOME,
    END,
    INSERT,
    DELETE,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
  }
}
