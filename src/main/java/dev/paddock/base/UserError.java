package dev.paddock.base;

/**
 * An expected failure, told to a person: the window and the command line show the same three
 * sentences.
 *
 * @param what what did not work, one sentence
 * @param why the cause as far as it is known, one sentence or empty
 * @param fix what the person can do now, often a command to copy
 * @param code the exit code of the command line
 * @param detail text to copy into a report, such as a tool's own words; may be empty
 */
public record UserError(String what, String why, String fix, ExitCode code, String detail) {

  /** An error without detail. */
  public UserError(String what, String why, String fix, ExitCode code) {
    this(what, why, fix, code, "");
  }

  /** The three sentences, a line each, empty ones left out. */
  public String lines() {
    var text = new StringBuilder(what);
    if (!why.isEmpty()) {
      text.append('\n').append(why);
    }
    if (!fix.isEmpty()) {
      text.append('\n').append(fix);
    }
    return text.toString();
  }
}
