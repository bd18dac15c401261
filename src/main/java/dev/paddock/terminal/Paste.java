package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;

/**
 * Makes what was copied elsewhere fit to be typed into a program.
 *
 * @param bytes what to send: line ends as Enter, control characters left out, so that the text can
 *     neither press keys nor end its own brackets
 * @param needsQuestion whether the program would take the text for several lines that a person
 *     typed, and run them: it must be asked for first
 */
@SuppressWarnings("ArrayRecordComponent")
public record Paste(byte[] bytes, boolean needsQuestion) {

  /**
   * A paste of this text.
   *
   * @param bracketed whether the program wants to know where a paste begins and ends
   */
  public static Paste of(String text, boolean bracketed) {
    var typed = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n")
        .replace('\n', '\r')
        .codePoints()
        .filter(c -> c == '\r' || c == '\t' || !Character.isISOControl(c))
        .forEach(typed::appendCodePoint);
    boolean lines = typed.indexOf("\r") >= 0;
    if (bracketed) {
      typed.insert(0, "\033[200~").append("\033[201~");
    }
    return new Paste(typed.toString().getBytes(StandardCharsets.UTF_8), lines && !bracketed);
  }
}
