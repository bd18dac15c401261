package dev.paddock.ui.wizard;

import java.util.Optional;

/**
 * Something that a template or a session needs of this computer, and whether it is there.
 *
 * @param id unique among the checks: lower-case letters and hyphens
 * @param title what was looked at
 * @param result what came of it
 * @param text what was found, one sentence, safe to show
 * @param fix what to do, empty where nothing is to be done
 * @param command a command that fixes it, to be copied into a terminal
 */
public record SetupCheck(
    String id, String title, Result result, String text, String fix, Optional<String> command) {
  /** What came of a check. */
  public enum Result {
    /** As it should be. */
    OK,
    /** It works, but not well. */
    WARNING,
    /** It cannot work like this. */
    FAILED
  }
}
