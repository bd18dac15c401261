package dev.paddock.credential;

import dev.paddock.base.Sha256;
import java.security.SecureRandom;

/**
 * The end of every placeholder: random letters, and a mark that is computed from them. By the mark
 * a placeholder of any session is known, without a list of them; a real token has it once in 2^59.
 */
final class PlaceholderMark {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DOMAIN = "paddock placeholder ";
  private static final int RANDOM = 26;
  private static final int MARK = 10;

  /** How many characters there are, which is also the least that a placeholder can have. */
  static final int LENGTH = RANDOM + MARK;

  private PlaceholderMark() {}

  /** Random letters of the given length, with about 6 bits each. */
  static String letters(int length, SecureRandom random) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** A new end: 155 random bits and their mark. */
  static String ending(SecureRandom random) {
    var letters = letters(RANDOM, random);
    return letters + mark(letters);
  }

  /** Whether the text ends as a placeholder does. */
  static boolean ends(String text) {
    int start = text.length() - LENGTH;
    if (start < 0) {
      return false;
    }
    var letters = text.substring(start, start + RANDOM);
    return letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && text.endsWith(mark(letters));
  }

  private static String mark(String letters) {
    var hash = Sha256.hex(DOMAIN + letters);
    var mark = new StringBuilder(MARK);
    for (int i = 0; i < MARK; i++) {
      int part = Integer.parseInt(hash, 4 * i, 4 * i + 4, 16);
      mark.append(ALPHABET.charAt(part % ALPHABET.length()));
    }
    return mark.toString();
  }
}
