package dev.paddock.credential.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.credential.JsonSecrets;
import dev.paddock.credential.Jwt;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a token endpoint says (RFC 6749, sections 5.1 and 5.2, and what providers make of it).
 */
final class TokenAnswer {
  /** Where neither the answer nor the token says when it ends. */
  private static final Duration USUAL = Duration.ofHours(1);

  private static final Duration LONGEST = Duration.ofDays(3650);

  /** The refresh token is used, old or withdrawn. */
  private static final Set<String> LASTING =
      Set.of(
          "invalid_grant",
          "refresh_token_expired",
          "refresh_token_reused",
          "refresh_token_invalidated");

  private TokenAnswer() {}

  /** The tokens; empty where the answer was cut off or holds none. */
  static Optional<FreshTokens> tokens(byte[] answer, Instant asked) throws IOException {
    try {
      var access = complete(answer) ? JsonSecrets.find(answer, "access_token") : null;
      if (access == null) {
        return Optional.empty();
      }
      return Optional.of(
          new FreshTokens(
              access,
              JsonSecrets.find(answer, "refresh_token"),
              JsonSecrets.find(answer, "id_token"),
              asked,
              end(answer, access, asked)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The code of a refusal that will not pass; empty for any other error. */
  static Optional<String> lastingError(byte[] answer) {
    return Optional.ofNullable(known(answer, "error"))
        .or(() -> Optional.ofNullable(known(answer, "error", "code")))
        .or(() -> Optional.ofNullable(known(answer, "error", "type")));
  }

  private static boolean complete(byte[] answer) throws IOException {
    try (var json = JsonSecrets.parser(answer)) {
      if (json.nextToken() == null) {
        return false;
      }
      json.skipChildren();
      return json.currentToken() != null && json.currentToken().isStructEnd();
    }
  }

  private static Instant end(byte[] answer, Secret access, Instant asked) throws IOException {
    var seconds = JsonSecrets.number(answer, "expires_in");
    if (seconds != null && seconds > 0) {
      return asked.plusSeconds((long) Math.min(seconds, (double) LONGEST.toSeconds()));
    }
    var claimed = Jwt.of(access).expiresAt();
    return claimed == null ? asked.plus(USUAL) : claimed;
  }

  /** Only codes that we know: the provider's other words might quote the token. */
  private static @Nullable String known(byte[] answer, String... path) {
    try (var code = JsonSecrets.find(answer, path)) {
      return code == null
          ? null
          : LASTING.stream()
              .filter(known -> code.equals(Secret.of(known)))
              .findFirst()
              .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
