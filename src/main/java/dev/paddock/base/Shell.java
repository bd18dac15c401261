package dev.paddock.base;

import java.util.List;
import java.util.stream.Collectors;

/** Words for a POSIX shell. */
public final class Shell {
  private Shell() {}

  /** One word that a POSIX shell reads as exactly {@code text}, whatever is in it. */
  public static String quote(String text) {
    if (!text.isEmpty() && text.chars().allMatch(Shell::plain)) {
      return text;
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** All words, quoted and separated by blanks. */
  public static String join(List<String> words) {
    return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/._-+=:,@%".indexOf(c) >= 0;
  }
}
