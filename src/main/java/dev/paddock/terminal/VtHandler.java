package dev.paddock.terminal;

/** Takes what {@link VtParser} finds in a stream, in its order. Arrays are only lent. */
interface VtHandler {

  /** Printable ASCII, from the first index to before the second. */
  void ascii(byte[] bytes, int from, int to);

  /** One character beyond ASCII, or U+FFFD for bytes that are not UTF-8. */
  void character(int codePoint);

  /** A C0 control other than NUL, ESC, CAN and SUB. */
  void control(int code);

  /**
   * ESC and a final byte.
   *
   * @param intermediate the byte between them, or 0
   */
  void escape(int intermediate, int finalByte);

  /** A well-formed control sequence (CSI). */
  void control(ControlSequence sequence);

  /** A whole operating system command (OSC) without its introducer and terminator. */
  void systemCommand(byte[] content, int length);

  /** A whole device control string (DCS) without its introducer and terminator. */
  void deviceControl(byte[] content, int length);
}
