package dev.paddock.terminal;

/**
 * What a program tells the window around its screen. The guest chose the texts, so they are made
 * safe to show: one line, unprintable characters, bidirectional overrides and zero-width characters
 * made visible, and cut. {@link TerminalPolicy} says what becomes of each.
 */
public sealed interface TerminalEvent {

  /**
   * The program named its window.
   *
   * @param text at most 200 characters
   */
  record Title(String text) implements TerminalEvent {}

  /** The program wants to be looked at. */
  record Bell() implements TerminalEvent {}

  /**
   * How far the program's work is.
   *
   * @param percent from 0 to 100; 0 where there is none to tell
   */
  record Progress(ProgressState state, int percent) implements TerminalEvent {}

  /** The kinds of progress. */
  enum ProgressState {
    /** No work is going on, or none is told. */
    NONE,
    /** Work goes on. */
    RUNNING,
    /** Work has failed. */
    FAILED,
    /** Work goes on, nobody knows how far. */
    INDETERMINATE,
    /** Work waits. */
    PAUSED
  }

  /**
   * The program has something to tell a person who looks elsewhere.
   *
   * @param title at most 200 characters, perhaps empty
   * @param body at most 1,000 characters, perhaps empty
   */
  record Notification(String title, String body) implements TerminalEvent {}

  /**
   * The folder in the guest in which the program works.
   *
   * @param path absolute, at most 1,000 characters
   */
  record WorkingFolder(String path) implements TerminalEvent {}

  /** What the agent itself says that it is doing. */
  record AgentState(AgentActivity activity) implements TerminalEvent {}

  /** The states that agents tell. */
  enum AgentActivity {
    /** At work. */
    WORKING,
    /** Cannot go on without the person's answer. */
    BLOCKED,
    /** Waiting for a person. */
    IDLE,
    /** At work no longer, with a result. */
    DONE,
    /** No longer told. */
    UNKNOWN
  }

  /**
   * What is drawn next, up to the next such event, is a link.
   *
   * @param target an http or https address of printable ASCII, as it would be opened; empty where
   *     the link ends
   */
  record Hyperlink(String target) implements TerminalEvent {}

  /**
   * The program wants to put a text on the clipboard.
   *
   * @param text at most 1 MiB as UTF-8; without control characters but line ends and tabs. Not made
   *     visible in any other way: it is for pasting, not for showing
   */
  record ClipboardWrite(String text) implements TerminalEvent {
    /** Without the text, which may be secret and must not reach a log. */
    @Override
    public String toString() {
      return "ClipboardWrite[" + text.length() + " characters]";
    }
  }

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
