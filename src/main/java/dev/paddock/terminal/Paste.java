package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;

/** Makes what was copied elsewhere fit to be typed into a program. */
public final class Paste {
  private Paste() {}

  /**
   * The bytes to send: line ends as Enter, control characters left out, so that the text can
   * neither press keys nor end its own brackets.
   *
   * @param bracketed whether the program wants to know where a paste begins and ends
   */
  public static byte[] encode(String text, boolean bracketed) {
    var typed = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n")
        .replace('\n', '\r')
        .codePoints()
        .filter(c -> c == '\r' || c == '\t' || !Character.isISOControl(c))
        .forEach(typed::appendCodePoint);
    if (bracketed) {
      typed.insert(0, "\033[200~").append("\033[201~");
    }
    return typed.toString().getBytes(StandardCharsets.UTF_8);
  }
}
