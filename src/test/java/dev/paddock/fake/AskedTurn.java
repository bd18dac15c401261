package dev.paddock.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What a model is asked for, seen from what it was told last. */
enum AskedTurn {
  /** A name for the conversation, or the like. */
  ASIDE,
  /** Something to read. */
  TEXT,
  /** A command to be run. */
  COMMAND,
  /** A word on what the command did. */
  AFTER_COMMAND;

  /** A prompt with these words asks for a command. */
  static final String COMMAND_WORDS = "make the file";

  /**
   * Reads what came last.
   *
   * @param last the last message or item of the conversation
   * @param aside whether the person has not asked this themselves
   */
  static AskedTurn of(JsonNode last, boolean aside) {
    if (aside) {
      return ASIDE;
    }
    var text = last.toString();
    if (text.contains("tool_result") || text.contains("call_output")) {
      return AFTER_COMMAND;
    }
    return text.contains(COMMAND_WORDS) ? COMMAND : TEXT;
  }
}
