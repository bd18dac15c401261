package dev.paddock.doctor;

/**
 * What came of one check.
 *
 * @param id unique among the checks: lower-case letters and hyphens
 * @param title what was looked at
 * @param status what came of it
 * @param text what was found, one sentence, safe to show
 * @param fix what to do, empty where nothing is to be done
 * @param command a command that fixes it, to be copied into a terminal; may be empty
 */
public record Finding(
    String id, String title, Status status, String text, String fix, String command) {
  /** What came of a check. */
  public enum Status {
    /** As it should be. */
    OK,
    /** It works, but not well. */
    WARN,
    /** It cannot work like this. */
    FAIL
  }

  static Finding ok(String id, String title, String text) {
    return new Finding(id, title, Status.OK, text, "", "");
  }
}
