package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import dev.paddock.credential.RefreshOutcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One renewal, by whichever process gets the lock first. All methods block; one at a time. */
final class Renewal {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  /**
   * Longer than any way to renew takes, but a holder may be a process that somebody has stopped.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final Duration BROKEN = Duration.ofSeconds(30);

  private final StoredLogin stored;
  private final Refresher refresher;
  private final RefreshFiles files;
  private final Clock clock;
  private final RefreshLock lock;

  Renewal(StoredLogin stored, Refresher refresher, RefreshFiles files, Clock clock) {
    this.stored = stored;
    this.refresher = refresher;
    this.files = files;
    this.clock = clock;
    lock = new RefreshLock(files.lock());
  }

  /**
   * Renews the login, or finds that somebody has.
   *
   * @param refused the token that the provider refused, or null where it ends
   */
  RefreshOutcome run(@Nullable TokenId refused) throws InterruptedException {
    try {
      var held = lock.acquire(PATIENCE, () -> needed(refused));
      if (held.isEmpty()) {
        return needed(refused)
            ? postponed("another Paddock is at it and does not come to an end", BUSY)
            : new RefreshOutcome.Renewed();
      }
      try (var _ = held.get()) {
        refresher.recover();
        return runLocked(refused);
      }
    } catch (IOException e) {
      return postponed(Reasons.of(e), BROKEN);
    }
  }

  /** Finishes what a killed process began, unless a live one is at work, which does it too. */
  void recover() throws InterruptedException {
    try {
      var held = lock.acquire(Duration.ZERO, () -> false);
      if (held.isPresent()) {
        try (var _ = held.get()) {
          AtomicFile.removeLeftovers(files.folder());
          refresher.recover();
        }
      }
    } catch (IOException e) {
      LOG.warn(
          "A renewal of the login in {} cannot be finished: {}", stored.place(), Reasons.of(e));
    }
  }

  private RefreshOutcome runLocked(@Nullable TokenId refused)
      throws IOException, InterruptedException {
    TokenId before;
    try (var tokens = stored.tokens()) {
      if (!needed(tokens, refused)) {
        return new RefreshOutcome.Renewed();
      }
      if (tokens.refresh() == null) {
        return new RefreshOutcome.Ended("there is no refresh token in " + stored.place());
      }
      before = TokenId.of(tokens.access());
    }
    var last = LastAttempt.read(files.lastAttempt(), before, clock.instant());
    var answered = last.flatMap(l -> tooSoon(l, refused));
    if (answered.isPresent()) {
      return answered.get();
    }
    var attempt = refresher.renew(before, refused != null);
    return judged(before, attempt, last.orElse(null), refused != null);
  }

  private Optional<RefreshOutcome> tooSoon(LastAttempt last, @Nullable TokenId refused) {
    boolean early = clock.instant().isBefore(last.retryAt());
    return switch (last.result()) {
      case ENDED -> Optional.of(new RefreshOutcome.Ended(last.why()));
      case FAILED ->
          early
              ? Optional.of(new RefreshOutcome.Postponed(last.why(), last.retryAt()))
              : Optional.empty();
      case RENEWED ->
          early && refused != null
              ? Optional.of(
                  new RefreshOutcome.Postponed(
                      "the provider refused the new login too", last.retryAt()))
              : Optional.empty();
    };
  }

  /** Believes what is in the login's place, whatever was said about it. */
  private RefreshOutcome judged(
      TokenId before, Attempt attempt, @Nullable LastAttempt last, boolean refused)
      throws IOException {
    var now = clock.instant();
    int failures = last == null ? 0 : last.failures();
    try (var tokens = stored.tokens()) {
      var id = TokenId.of(tokens.access());
      if (!id.equals(before) && tokens.usable(now)) {
        LastAttempt.renewed(id, refused ? last : null, now).write(files.lastAttempt());
        LOG.info("The login in {} was renewed", stored.place());
        return new RefreshOutcome.Renewed();
      }
    } catch (IOException e) {
      var why = "there is no usable login in " + stored.place() + " any more";
      LOG.warn("A renewal ended badly: {}, {}", why, Reasons.of(e));
      return new RefreshOutcome.Ended(why);
    }
    return switch (attempt) {
      case Attempt.Refused(var why) -> {
        LastAttempt.ended(before, why, now).write(files.lastAttempt());
        LOG.warn("The login in {} cannot be renewed: {}", stored.place(), why);
        yield new RefreshOutcome.Ended(why);
      }
      case Attempt.Failed failure -> failed(before, failure, failures);
      case Attempt.Done done ->
          failed(
              before, new Attempt.Failed("there is no new login although it ended well"), failures);
      case Attempt.Missing(var program) ->
          failed(before, new Attempt.Failed("'" + program + "' is not installed"), failures);
    };
  }

  private RefreshOutcome failed(TokenId before, Attempt.Failed failure, int failures)
      throws IOException {
    var attempt = LastAttempt.failed(before, failure, failures, clock.instant());
    attempt.write(files.lastAttempt());
    LOG.warn("The login in {} was not renewed: {}", stored.place(), failure.why());
    return new RefreshOutcome.Postponed(failure.why(), attempt.retryAt());
  }

  private boolean needed(@Nullable TokenId refused) {
    try (var tokens = stored.tokens()) {
      return needed(tokens, refused);
    } catch (IOException e) {
      return true;
    }
  }

  private boolean needed(StoredTokens tokens, @Nullable TokenId refused) {
    return refused == null
        ? !tokens.usable(clock.instant().plus(RefreshingLogin.AHEAD))
        : refused.equals(TokenId.of(tokens.access()));
  }

  private RefreshOutcome postponed(String why, Duration pause) {
    return new RefreshOutcome.Postponed(why, clock.instant().plus(pause));
  }
}
