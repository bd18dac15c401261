package dev.paddock.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A login in a file. All methods may be called from any thread. */
final class FileLogin<A> implements CredentialSource {
  private final Path file;
  private final Clock clock;
  private final WatchedFile<A> watched;

  FileLogin(Path file, LoginFormat<A> format, Clock clock) {
    this.file = file;
    this.clock = clock;
    watched = new WatchedFile<>(file, format, clock);
  }

  @Override
  public synchronized CredentialState current() {
    try {
      return CredentialStates.of(file.toString(), watched.read(), clock.instant());
    } catch (IOException e) {
      var state = CredentialStates.failed(file.toString(), e);
      if (state instanceof CredentialState.Absent) {
        watched.forget();
      }
      return state;
    }
  }

  /** What the login says about the account; empty where there is no readable login. */
  synchronized Optional<A> account() {
    try {
      return Optional.of(watched.read().account());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
