package dev.paddock.base;

import java.util.Map;
import java.util.Set;

/**
 * Variables that may hold a credential. Children do not inherit them: none has any business with
 * them, and a child's environment can be read for as long as it lives. A command that needs one
 * names it.
 */
final class Withheld {
  private static final Set<String> NAMES =
      Set.of(
          "AI_HTTPS_PROXY",
          "ANTHROPIC_API_KEY",
          "ANTHROPIC_AUTH_TOKEN",
          "CLAUDE_CODE_OAUTH_TOKEN",
          "COPILOT_GITHUB_TOKEN",
          "GH_TOKEN",
          "GITHUB_TOKEN",
          "OPENAI_API_KEY");

  private Withheld() {}

  static void removeFrom(Map<String, String> environment) {
    environment.keySet().removeAll(NAMES);
  }
}
