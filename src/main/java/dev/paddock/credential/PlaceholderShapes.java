package dev.paddock.credential;

import java.security.SecureRandom;
import java.time.Instant;

/** Makes values in the shape of each kind's real ones: clients look at prefixes and lengths. */
final class PlaceholderShapes {
  /** What follows the mark in Claude's tokens. */
  static final String CLAUDE_TAIL = "AA";

  private static final int CLAUDE_BODY = 93;
  private static final int OPENAI_HALF = 74;
  private static final int CODEX_REFRESH_HALF = 43;

  private final SecureRandom random;

  PlaceholderShapes(SecureRandom random) {
    this.random = random;
  }

  /** For example {@code sk-ant-oat01-…AA}, 108 characters. */
  String claude(String prefix) {
    return prefix + ended(CLAUDE_BODY) + CLAUDE_TAIL;
  }

  /** {@code sk-proj-…T3BlbkFJ…}, 164 characters. */
  String openAi() {
    return "sk-proj-"
        + PlaceholderMark.letters(OPENAI_HALF, random)
        + "T3BlbkFJ"
        + ended(OPENAI_HALF);
  }

  /** An access token that Codex can read. */
  String codexAccess(CodexAccount account, Instant now) {
    return new PlaceholderJwt(account, now, random).access();
  }

  /** An identity token that Codex can read. */
  String codexIdentity(CodexAccount account, Instant now) {
    return new PlaceholderJwt(account, now, random).identity();
  }

  /** {@code rt_….…}. */
  String codexRefresh() {
    return "rt_"
        + PlaceholderMark.letters(CODEX_REFRESH_HALF, random)
        + "."
        + ended(CODEX_REFRESH_HALF);
  }

  /** For example {@code gho_} and 36 characters. */
  String gitHub(String prefix) {
    return prefix + PlaceholderMark.ending(random);
  }

  private String ended(int length) {
    return PlaceholderMark.letters(length - PlaceholderMark.LENGTH, random)
        + PlaceholderMark.ending(random);
  }
}
