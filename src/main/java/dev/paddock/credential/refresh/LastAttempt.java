package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the last try came to, for all processes, so that none repeats it too soon. It holds for one
 * token only: whoever signs in again starts anew.
 *
 * @param version of this form
 * @param token names the access token that this is about
 * @param result what happened
 * @param why for a person
 * @param at when
 * @param failures how many in a row; of a new token, how many before it were refused soon
 * @param retryAt not before
 */
record LastAttempt(
    int version,
    String token,
    Result result,
    String why,
    Instant at,
    int failures,
    Instant retryAt) {
  private static final Logger LOG = LoggerFactory.getLogger(LastAttempt.class);
  private static final int VERSION = 1;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 6;

  /** A token younger than this is not renewed again, whatever a guest makes the provider say. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** A token that was good for so long was refused for a reason of its own. */
  private static final Duration CALM = Duration.ofHours(1);

  enum Result {
    /** The token is the fruit of the last try. */
    RENEWED,
    FAILED,
    ENDED
  }

  /**
   * A new token, which may not be renewed at once because somebody made the provider refuse it too.
   *
   * @param last the try that gave the token that was refused now, or null where this one ended
   */
  static LastAttempt renewed(TokenId token, @Nullable LastAttempt last, Instant now) {
    int refusals =
        last != null && last.result == Result.RENEWED && now.isBefore(last.at.plus(CALM))
            ? last.failures + 1
            : 0;
    return new LastAttempt(
        VERSION,
        token.text(),
        Result.RENEWED,
        "",
        now,
        refusals,
        now.plus(doubled(YOUNG, refusals)));
  }

  static LastAttempt ended(TokenId token, String why, Instant now) {
    return new LastAttempt(
        VERSION, token.text(), Result.ENDED, why, now, 0, now.plus(Duration.ofDays(36_500)));
  }

  /** The pause doubles from one failure to the next. */
  static LastAttempt failed(TokenId token, Attempt.Failed failure, int before, Instant now) {
    var pause = doubled(FIRST_PAUSE, before);
    pause = pause.compareTo(failure.pause()) < 0 ? failure.pause() : pause;
    return new LastAttempt(
        VERSION, token.text(), Result.FAILED, failure.why(), now, before + 1, now.plus(pause));
  }

  private static Duration doubled(Duration first, int times) {
    var pause = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** The last try with this token; empty where there was none that can be read. */
  static Optional<LastAttempt> read(Path file, TokenId token, Instant now) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var last = Json.mapper().readValue(Files.readAllBytes(file), LastAttempt.class);
      // A clock that was set back would make it last for years.
      return Optional.of(last)
          .filter(l -> l.version == VERSION && l.token.equals(token.text()) && !l.at.isAfter(now));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read; taken for empty", file);
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, Json.mapper().writeValueAsBytes(this));
  }
}
