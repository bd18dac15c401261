package dev.paddock.terminal;

/** Where the gate's decisions go, in the order of the stream, on the thread that feeds the gate. */
public interface GateSink {

  /** Bytes for the widget: whole UTF-8 characters and whole sequences. */
  void pass(byte[] bytes);

  /**
   * Bytes for the program, to be written after everything that the widget answers to what was
   * passed before: programs take the order of answers for the order of their questions.
   */
  void answer(byte[] bytes);

  /**
   * A frame begins or ends: what passes between should be shown at once, see {@link FrameHold}.
   * Frames are not nested; answers and reports inside of one need not wait for its end.
   */
  void frame(boolean begins);

  /** Something for the window. */
  void report(TerminalEvent event);
}
