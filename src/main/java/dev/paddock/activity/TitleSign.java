package dev.paddock.activity;

import java.util.regex.Pattern;

/**
 * What a title says of an agent.
 *
 * @param title found in the title
 * @param sign what that means
 */
record TitleSign(Pattern title, Sign sign) {

  /** The meanings of signs. */
  enum Sign {
    /** Work goes on. */
    WORKING,
    /** No work goes on; nobody knows why. */
    STOPPED,
    /** The person is asked something. */
    ASKING
  }

  static TitleSign of(String regex, Sign sign) {
    return new TitleSign(Pattern.compile(regex), sign);
  }
}
