package dev.paddock.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Claude Code's login in the macOS Keychain.
 *
 * <p>Reading it starts a program, and the system may ask the person first, so nobody waits for that
 * but {@link #readAgain}: all give what is known, and have it read behind when nothing is known yet
 * or the Keychain's file has changed. All methods may be called from any thread.
 */
public final class KeychainLogin implements CredentialSource {
  /** Also when nobody noticed a change: as often as Claude Code itself does. */
  private static final Duration OLD = Duration.ofSeconds(30);

  private final Keychain item;
  private final Path database;
  private final Clock clock;
  private final Executor background;
  private final ClaudeFormat format = new ClaudeFormat();
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private @Nullable Look last;
  private boolean looking;

  /**
   * The login in this item.
   *
   * @param database the file whose change tells that an item has changed
   * @param background runs readings that nobody waits for
   */
  public KeychainLogin(Keychain item, Path database, Clock clock, Executor background) {
    this.item = item;
    this.database = database;
    this.clock = clock;
    this.background = background;
  }

  /** Where the login Keychain of the user lies whose home folder this is. */
  public static Path database(Path home) {
    return home.resolve("Library/Keychains/login.keychain-db");
  }

  @Override
  public synchronized CredentialState current() {
    var known = known();
    return known == null
        ? new CredentialState.Unreadable(item.name(), "it is still being read")
        : known.state(item.name(), clock.instant());
  }

  @Override
  public synchronized CompletableFuture<Void> firstRead() {
    known();
    return read.copy();
  }

  @Override
  public void readAgain() {
    try {
      remember(readItem());
    } finally {
      // Also after a mistake of ours: whoever waits must not wait for ever.
      synchronized (this) {
        looking = false;
      }
      read.complete(null);
    }
  }

  @Override
  public synchronized List<String> scopes() {
    var known = known();
    var login = known == null ? null : known.login();
    return (login == null ? ClaudeAccount.unknown() : login.account()).scopes();
  }

  private @Nullable Look known() {
    if (!looking && (last == null || last.outdated(mark(), clock.instant()))) {
      looking = true;
      background.execute(this::readAgain);
    }
    return last;
  }

  private synchronized void remember(Look next) {
    var known = last;
    if (known != null && known.login() != null && next.refused()) {
      // A Keychain that locked itself takes no login away.
      last = known.seenAgain(next);
    } else {
      if (known != null) {
        known.close();
      }
      last = next;
    }
  }

  private Look readItem() {
    var mark = mark();
    var now = clock.instant();
    try {
      byte[] content = item.read();
      try {
        return new Look(format.parse(content), null, mark, now);
      } finally {
        Arrays.fill(content, (byte) 0);
      }
    } catch (IOException e) {
      return new Look(null, CredentialStates.failed(item.name(), e), mark, now);
    }
  }

  private @Nullable Fingerprint mark() {
    try {
      return Fingerprint.of(database);
    } catch (IOException e) {
      return null;
    }
  }

  private record Look(
      @Nullable Reading<ClaudeAccount> login,
      @Nullable CredentialState failure,
      @Nullable Fingerprint mark,
      Instant at) {

    CredentialState state(String place, Instant now) {
      if (login != null) {
        return CredentialStates.of(place, login, now);
      }
      return failure == null ? new CredentialState.Absent(place) : failure;
    }

    boolean refused() {
      return failure instanceof CredentialState.Unreadable;
    }

    Look seenAgain(Look later) {
      return new Look(login, failure, later.mark, later.at);
    }

    void close() {
      if (login != null) {
        login.close();
      }
    }

    boolean outdated(@Nullable Fingerprint current, Instant now) {
      return !Objects.equals(mark, current) || at.plus(OLD).isBefore(now);
    }
  }
}
