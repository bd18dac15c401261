package dev.paddock.lima;

import dev.paddock.base.Command;
import java.util.List;

/** Variables that may hold a credential and are no business of Lima, QEMU or ssh. */
final class Withheld {
  private static final List<String> NAMES =
      List.of(
          "AI_HTTPS_PROXY",
          "ANTHROPIC_API_KEY",
          "ANTHROPIC_AUTH_TOKEN",
          "CLAUDE_CODE_OAUTH_TOKEN",
          "COPILOT_GITHUB_TOKEN",
          "GH_TOKEN",
          "GITHUB_TOKEN",
          "OPENAI_API_KEY");

  private Withheld() {}

  static Command from(Command command) {
    var left = command;
    for (var name : NAMES) {
      left = left.with(name, "");
    }
    return left;
  }
}
