package dev.paddock.credential;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a credential source has to offer at one moment; no variant's text holds a secret. */
public sealed interface CredentialState {

  /** What a person may be told, one sentence. */
  String summary();

  /**
   * A credential that can be used.
   *
   * @param token the caller's own copy, to be closed by it
   * @param expiresAt when it ends, or null where that is not known
   */
  record Present(Secret token, @Nullable Instant expiresAt)
      implements CredentialState, AutoCloseable {
    @Override
    public String summary() {
      return expiresAt == null ? "Signed in." : "Signed in, valid until " + expiresAt + ".";
    }

    @Override
    public void close() {
      token.close();
    }
  }

  /** Nobody has signed in on this host. */
  record Absent(Path file) implements CredentialState {
    @Override
    public String summary() {
      return "There is no login on this host (" + file + " does not exist).";
    }
  }

  /** The file is there and cannot be read. */
  record Unreadable(Path file, String why) implements CredentialState {
    @Override
    public String summary() {
      return "The login file " + file + " cannot be read: " + why + ".";
    }
  }

  /** The file is not what a login file looks like; {@code problem} never quotes it. */
  record Malformed(Path file, String problem) implements CredentialState {
    @Override
    public String summary() {
      return "The login file " + file + " is damaged: " + problem + ".";
    }
  }

  /** The login was valid until then. */
  record Expired(Path file, Instant since) implements CredentialState {
    @Override
    public String summary() {
      return "The login in " + file + " expired at " + since + ".";
    }
  }
}
