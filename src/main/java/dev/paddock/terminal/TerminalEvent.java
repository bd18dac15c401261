package dev.paddock.terminal;

/** What a program tells the window around its screen; texts are made safe to show. */
public sealed interface TerminalEvent {

  /**
   * The program named its window.
   *
   * @param text one line, unprintable characters made visible, at most 200 characters
   */
  record Title(String text) implements TerminalEvent {}

  /** The program chose how its caret looks. */
  record Caret(CaretShape shape, boolean blinking) implements TerminalEvent {}

  /** The forms of a caret. */
  enum CaretShape {
    /** A filled cell. */
    BLOCK,
    /** A line below the character. */
    UNDERLINE,
    /** A line before the character. */
    BAR
  }
}
