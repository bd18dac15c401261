package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A login in a file that belongs to another program, which replaces it at any time: a look at the
 * attributes tells whether it has to be read again. For one thread at a time.
 */
final class WatchedFile<A> {
  /** A file as young as this may change again without its time moving, so it is not trusted. */
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private static final int LARGEST = 1 << 20;
  private static final int ATTEMPTS = 3;

  private final Path file;
  private final LoginFormat<A> format;
  private final Clock clock;
  private @Nullable Seen<A> seen;

  WatchedFile(Path file, LoginFormat<A> format, Clock clock) {
    this.file = file;
    this.format = format;
    this.clock = clock;
  }

  /** The login as it is now; it is closed when a later call finds another one. */
  Reading<A> read() throws IOException {
    for (int attempt = 1; ; attempt++) {
      var before = Fingerprint.of(file);
      var last = seen;
      if (last != null && last.trusted() && last.fingerprint().equals(before)) {
        return last.login();
      }
      try {
        var login = parse();
        // A file replaced meanwhile may have given half of each.
        if (Fingerprint.of(file).equals(before) || attempt == ATTEMPTS) {
          remember(login, before);
          return login;
        }
        login.close();
      } catch (JsonProcessingException | MissingField e) {
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

  void forget() {
    if (seen != null) {
      seen.login().close();
      seen = null;
    }
  }

  private Reading<A> parse() throws IOException {
    byte[] content;
    try (var in = Files.newInputStream(file)) {
      content = in.readNBytes(LARGEST);
    }
    try {
      return format.parse(content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private void remember(Reading<A> login, Fingerprint fingerprint) {
    forget();
    seen = new Seen<>(login, fingerprint, !fingerprint.youngerThan(YOUNG, clock.instant()));
  }

  private record Seen<A>(Reading<A> login, Fingerprint fingerprint, boolean trusted) {}
}
