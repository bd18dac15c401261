package dev.paddock.proxy.rule;

/** Character classes of HTTP and DNS. */
final class Ascii {
  private Ascii() {}

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean letterOrDigit(int c) {
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean hex(int c) {
    return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** In lower case; other letters stay, some of which have ASCII ones as their lower case. */
  static String lower(String text) {
    var lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }

  static boolean visible(int c) {
    return c > 0x20 && c < 0x7f;
  }

  /** A character of a method or of a header's name (RFC 9110 5.6.2). */
  static boolean token(int c) {
    return letterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
