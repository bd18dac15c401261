package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The question for entries of the terminal's description (XTGETTCAP). Both the names and the values
 * in answers are constants of this table; a name that is not in it is not repeated.
 */
final class Capabilities {
  private static final int MOST = 16;
  private static final String QUESTION = "+q";
  private static final String UNKNOWN = "\033P0+r\033\\";

  /** By the name in hexadecimal digits. */
  private static final Map<String, String> ANSWERS =
      Map.of(
              "TN",
              "xterm-256color",
              "Co",
              "256",
              "colors",
              "256",
              "RGB",
              "8",
              "Ms",
              "\\E]52;%p1%s;%p2%s\\E\\\\")
          .entrySet()
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> hex(entry.getKey()),
                  entry ->
                      "\033P1+r" + hex(entry.getKey()) + "=" + hex(entry.getValue()) + "\033\\"));

  private final GateOutput output;

  Capabilities(GateOutput output) {
    this.output = output;
  }

  /** Takes a device control string; those that are no question are dropped. */
  void apply(byte[] content, int length) {
    var text = new String(content, 0, length, StandardCharsets.US_ASCII);
    if (text.startsWith(QUESTION)) {
      var names = text.substring(QUESTION.length()).toUpperCase(Locale.ROOT).split(";", MOST + 1);
      for (int i = 0; i < Math.min(names.length, MOST); i++) {
        output.answer(ANSWERS.getOrDefault(names[i], UNKNOWN));
      }
    }
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
