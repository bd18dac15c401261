package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The clipboard (OSC 52): a write is reported, a read never answered. */
final class ClipboardWrites {
  /** Of the text, as UTF-8. */
  static final int MAX_BYTES = 1 << 20;

  private final GateOutput output;

  ClipboardWrites(GateOutput output) {
    this.output = output;
  }

  /** OSC 52 ; selections ; base64. Which selection does not matter: there is one clipboard. */
  void apply(String argument) {
    int semicolon = argument.indexOf(';');
    var encoded = argument.substring(semicolon + 1);
    if (semicolon < 0 || encoded.equals("?")) {
      return;
    }
    try {
      var bytes = Base64.getDecoder().decode(encoded);
      var text = new StringBuilder();
      new String(bytes, StandardCharsets.UTF_8)
          .codePoints()
          .filter(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c))
          .forEach(text::appendCodePoint);
      if (bytes.length <= MAX_BYTES && !text.isEmpty()) {
        output.report(new TerminalEvent.ClipboardWrite(text.toString()));
      }
    } catch (IllegalArgumentException e) {
      // Not base64: there is nothing to write.
    }
  }
}
