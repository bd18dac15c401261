package dev.paddock.credential.refresh;

import dev.paddock.base.Signal;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A login that is renewed: shortly before its end, and when the provider refuses it.
 *
 * <p>All who ask at the same time share one renewal, and among all processes of the user one does
 * it. Nothing is renewed that nobody asks for. All methods may be called from any thread.
 */
public final class RefreshingLogin implements CredentialSource {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshingLogin.class);

  /** Shorter than the 300 s at which providers' programs renew, or they would do nothing. */
  static final Duration AHEAD = Duration.ofSeconds(280);

  private static final Duration AFTER_BUG = Duration.ofMinutes(1);

  /** How often a login that is over is looked at, in case somebody has signed in. */
  private static final Duration AFTER_END = Duration.ofSeconds(10);

  private final CredentialSource login;
  private final Renewal renewal;
  private final Clock clock;
  private final Signal<Optional<RefreshOutcome>> trouble = new Signal<>(Optional.empty());
  private @Nullable CompletableFuture<RefreshOutcome> running;
  private Instant aheadNotBefore = Instant.MIN;
  private RefreshOutcome lastOutcome = new RefreshOutcome.Renewed();

  /** The token that the provider refused and that could not be renewed. */
  private @Nullable TokenId givenUp;

  /**
   * The login that {@code login} reads.
   *
   * @param stored the same login, for its renewal
   * @param refresher how it is renewed
   * @param files shared with the other processes
   */
  public RefreshingLogin(
      CredentialSource login,
      StoredLogin stored,
      Refresher refresher,
      RefreshFiles files,
      Clock clock) {
    this.login = login;
    this.renewal = new Renewal(stored, refresher, files, clock);
    this.clock = clock;
  }

  /** Why the last renewal did not work; empty when all is well. The same trouble is told once. */
  public Signal<Optional<RefreshOutcome>> trouble() {
    return trouble;
  }

  @Override
  public CredentialState current() {
    return login.current();
  }

  @Override
  public CompletableFuture<Void> firstRead() {
    return login.firstRead();
  }

  @Override
  public void readAgain() {
    login.readAgain();
  }

  @Override
  public List<String> scopes() {
    return login.scopes();
  }

  @Override
  public CompletableFuture<CredentialState> forRequest() {
    var read = login.firstRead();
    return read.isDone() ? readForRequest() : read.thenCompose(done -> readForRequest());
  }

  private CompletableFuture<CredentialState> readForRequest() {
    var state = current();
    if (state instanceof CredentialState.Expired) {
      return refresh(new RefreshReason.Ending()).thenApply(outcome -> current());
    }
    if (state instanceof CredentialState.Present(var token, var end)
        && endsSoon(end)
        && mayTryAhead()) {
      refresh(new RefreshReason.Ending());
    }
    return CompletableFuture.completedFuture(state);
  }

  @Override
  public CompletableFuture<RefreshOutcome> refresh(RefreshReason reason) {
    var refused = reason instanceof RefreshReason.Refused(var token) ? TokenId.of(token) : null;
    if (satisfied(refused)) {
      return CompletableFuture.completedFuture(new RefreshOutcome.Renewed());
    }
    return joined(refused);
  }

  @Override
  public CompletableFuture<RefreshOutcome> renewal() {
    var state = current();
    var present = state instanceof CredentialState.Present p ? TokenId.of(p.token()) : null;
    state.close();
    synchronized (this) {
      if (running != null) {
        return running.copy();
      }
      boolean same = givenUp != null && givenUp.equals(present);
      return CompletableFuture.completedFuture(same ? lastOutcome : new RefreshOutcome.Renewed());
    }
  }

  /**
   * Finishes a renewal that a killed process began, so that the user's own programs find the new
   * tokens. Call it once, early.
   */
  public CompletableFuture<Void> recover() {
    var done = new CompletableFuture<Void>();
    start(() -> {
      renewal.recover();
      login.readAgain();
      done.complete(null);
    });
    return done;
  }

  private synchronized CompletableFuture<RefreshOutcome> joined(@Nullable TokenId refused) {
    var shared = running;
    if (shared == null) {
      shared = new CompletableFuture<>();
      running = shared;
      var mine = shared;
      start(() -> mine.complete(finished(renewed(refused), refused)));
    }
    // A copy: one who gives up waiting must not end it for all.
    return shared.copy();
  }

  private RefreshOutcome renewed(@Nullable TokenId refused) throws InterruptedException {
    try {
      var outcome = renewal.run(refused);
      login.readAgain();
      return outcome;
    } catch (RuntimeException bug) {
      LOG.error("A renewal failed by a bug", bug);
      return new RefreshOutcome.Postponed("of a bug", clock.instant().plus(AFTER_BUG));
    }
  }

  /** Before the outcome is told, so that whoever asks from then on begins a new one. */
  private RefreshOutcome finished(RefreshOutcome outcome, @Nullable TokenId refused) {
    synchronized (this) {
      running = null;
      lastOutcome = outcome;
      givenUp = outcome instanceof RefreshOutcome.Renewed ? null : refused;
      aheadNotBefore =
          switch (outcome) {
            case RefreshOutcome.Renewed renewed -> Instant.MIN;
            case RefreshOutcome.Postponed postponed -> postponed.retryAt();
            case RefreshOutcome.Ended ended -> clock.instant().plus(AFTER_END);
          };
    }
    trouble.set(
        outcome instanceof RefreshOutcome.Renewed ? Optional.empty() : Optional.of(outcome));
    return outcome;
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** Nobody interrupts it: a login must not be lost because somebody stopped waiting. */
  private static void start(Work work) {
    Thread.ofVirtual()
        .name("renew login")
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException("nobody has this thread", e);
          }
        });
  }

  private boolean satisfied(@Nullable TokenId refused) {
    var state = current();
    if (!(state instanceof CredentialState.Present present)) {
      return false;
    }
    try (present) {
      return refused == null
          ? !endsSoon(present.expiresAt())
          : !refused.equals(TokenId.of(present.token()));
    }
  }

  private boolean endsSoon(@Nullable Instant end) {
    return end != null && !end.isAfter(clock.instant().plus(AHEAD));
  }

  private synchronized boolean mayTryAhead() {
    return !clock.instant().isBefore(aheadNotBefore);
  }
}
