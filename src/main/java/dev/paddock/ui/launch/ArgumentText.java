package dev.paddock.ui.launch;

import java.util.ArrayList;
import java.util.List;

/** A line of arguments as a person types it, split into words as a shell does. */
final class ArgumentText {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ArgumentText(String text) {
    this.text = text;
  }

  /**
   * Blanks separate; quotes and backslashes keep blanks together. Nothing else is special: no
   * variables, no patterns.
   *
   * @throws IllegalArgumentException with a sentence for the person when a quote is not closed
   */
  static List<String> split(String text) {
    return new ArgumentText(text).words();
  }

  private List<String> words() {
    while (at < text.length()) {
      var c = text.charAt(at++);
      switch (c) {
        case '\'' -> quoted('\'', false);
        case '"' -> quoted('"', true);
        case '\\' -> escaped();
        case ' ', '\t', '\n', '\r' -> endWord();
        default -> append(c);
      }
    }
    endWord();
    return List.copyOf(words);
  }

  private void quoted(char end, boolean escapes) {
    inWord = true;
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c == end) {
        return;
      }
      if (escapes && c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
        c = text.charAt(at++);
      }
      append(c);
    }
    throw new IllegalArgumentException("A " + end + " has no partner; close the quote.");
  }

  private void escaped() {
    if (at == text.length()) {
      throw new IllegalArgumentException("The last \\ has nothing after it; write \\\\ for one.");
    }
    append(text.charAt(at++));
  }

  private void append(char c) {
    inWord = true;
    word.append(c);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
