package dev.paddock.fake;

/**
 * A conversation that shows what terminals have trouble with: code, a table, emoji, wide text, and
 * a command that a client may have to ask the person about.
 */
public final class Demonstration {
  /** Ends the answer to a prompt. */
  public static final String LAST_WORDS = "That is all.";

  /** Ends the answer after the command. */
  public static final String DONE = "The file is there.";

  /** What the command is called in questions. */
  public static final String COMMAND = "touch made-by-agent.txt";

  static final String TITLE = "A demonstration";

  static final String TEXT =
      """
      Here is **a summary** of `Main.java`:

      ```java
      public static void main(String[] args) {
        System.out.println("naïve café → ok");
      }
      ```

      | Name | Wide | Mark |
      |------|------|------|
      | one  | 日本語 | ✅ |
      | two  | 한국어 | 🚀 |

      - Emoji: 😀 👍🏽 👩‍💻 🇩🇪 ❤️ and more
      - Wide text: 你好，世界。こんにちは
      - ~~old~~ *new*, a link: https://example.test/docs

      """
          + LAST_WORDS;

  private Demonstration() {}

  /** The words of the text, each with the blank after it. */
  static String[] words() {
    return TEXT.split("(?<=[ \n])(?=[^ \n])", -1);
  }
}
