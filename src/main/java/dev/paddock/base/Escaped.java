package dev.paddock.base;

/**
 * Text that somebody else chose (a guest, a file name), made safe to show.
 *
 * <p>Control characters, bidirectional overrides and other invisible characters become {@code
 * \\u{...}}, so that they neither drive a terminal nor hide what is really there.
 */
public final class Escaped {
  private Escaped() {}

  /** At most {@code max} characters of {@code text}, every unprintable one made visible. */
  public static String text(String text, int max) {
    var shown = new StringBuilder(Math.min(text.length(), max) + 8);
    var points = text.codePoints().iterator();
    while (points.hasNext()) {
      if (shown.length() >= max) {
        return shown.append('…').toString();
      }
      int c = points.nextInt();
      if (visible(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(String.format("\\u{%x}", c));
      }
    }
    return shown.toString();
  }

  /** At most 200 characters of {@code text}, every unprintable one made visible. */
  public static String text(String text) {
    return text(text, 200);
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
