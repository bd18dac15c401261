package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claude Code's login on this host, read from {@code ~/.claude/.credentials.json}.
 *
 * <p>The file belongs to the host's own Claude Code, which replaces it at any time: a look at its
 * attributes tells whether it has to be read again. All methods may be called from any thread.
 */
public final class ClaudeLogin implements CredentialSource {
  /** A file as young as this may change again without its time moving, so it is not trusted. */
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private static final int LARGEST = 1 << 20;
  private static final int ATTEMPTS = 3;

  private final Path file;
  private final Clock clock;
  private @Nullable Seen seen;

  /** The login in {@code file}; {@code clock} decides whether it has expired. */
  public ClaudeLogin(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** The login of the user whose home folder this is. */
  public static ClaudeLogin in(Path home) {
    return new ClaudeLogin(home.resolve(".claude").resolve(".credentials.json"), Clock.systemUTC());
  }

  @Override
  public synchronized CredentialState current() {
    try {
      return state(refreshed());
    } catch (NoSuchFileException | NotDirectoryException e) {
      forget();
      return new CredentialState.Absent(file);
    } catch (AccessDeniedException e) {
      return new CredentialState.Unreadable(file, "permission denied");
    } catch (JsonProcessingException e) {
      // Jackson's own words may quote the file.
      return new CredentialState.Malformed(file, "it is not JSON");
    } catch (ClaudeLoginFile.MissingField e) {
      return new CredentialState.Malformed(file, "it has no " + e.field());
    } catch (IOException e) {
      return new CredentialState.Unreadable(file, e.getClass().getSimpleName());
    }
  }

  /** What the login says about the account; empty where there is no readable login. */
  public synchronized Optional<ClaudeAccount> account() {
    try {
      return Optional.of(refreshed().account());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> scopes() {
    return account().orElseGet(ClaudeAccount::unknown).scopes();
  }

  private CredentialState state(ClaudeLoginFile login) {
    var expiresAt = login.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      return new CredentialState.Expired(file, expiresAt);
    }
    return new CredentialState.Present(login.accessToken().copy(), expiresAt);
  }

  private ClaudeLoginFile refreshed() throws IOException {
    for (int attempt = 1; ; attempt++) {
      var before = Fingerprint.of(file);
      var last = seen;
      if (last != null && last.trusted() && last.fingerprint().equals(before)) {
        return last.login();
      }
      try {
        var login = read();
        // A file replaced meanwhile may have given half of each.
        if (Fingerprint.of(file).equals(before) || attempt == ATTEMPTS) {
          remember(login, before);
          return login;
        }
        login.close();
      } catch (JsonProcessingException | ClaudeLoginFile.MissingField e) {
        if (attempt < ATTEMPTS && !Fingerprint.of(file).equals(before)) {
          continue;
        }
        if (last != null && before.youngerThan(YOUNG, clock.instant())) {
          // A writer that does not rename is in the middle of its work: the last login still holds.
          return last.login();
        }
        forget();
        throw e;
      }
    }
  }

  private ClaudeLoginFile read() throws IOException {
    byte[] content;
    try (var in = Files.newInputStream(file)) {
      content = in.readNBytes(LARGEST);
    }
    try {
      return ClaudeLoginFile.parse(content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private void remember(ClaudeLoginFile login, Fingerprint fingerprint) {
    forget();
    seen = new Seen(login, fingerprint, !fingerprint.youngerThan(YOUNG, clock.instant()));
  }

  private void forget() {
    if (seen != null) {
      seen.login().close();
      seen = null;
    }
  }

  private record Seen(ClaudeLoginFile login, Fingerprint fingerprint, boolean trusted) {}

  private record Fingerprint(FileTime modified, long size, @Nullable Object identity) {
    static Fingerprint of(Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Fingerprint(
          attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    boolean youngerThan(Duration age, Instant now) {
      return modified.toInstant().isAfter(now.minus(age));
    }
  }
}
