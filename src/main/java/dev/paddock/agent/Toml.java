package dev.paddock.agent;

/** Writes values of TOML 1.0. */
final class Toml {
  private Toml() {}

  /** A basic string, also as a part of a key. */
  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (c < 0x20 || c == 0x7F) {
            quoted.append(String.format("\\u%04X", c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted.append('"').toString();
  }
}
