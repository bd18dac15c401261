package dev.paddock.credential;

import dev.paddock.base.Moments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a credential source has to offer at one moment; no variant's text holds a secret. Whoever
 * gets one closes it.
 */
public sealed interface CredentialState extends AutoCloseable {

  /** What a person may be told, one sentence. */
  String summary();

  /** Wipes the credential where there is one. */
  @Override
  default void close() {}

  /**
   * A credential that can be used.
   *
   * @param token the caller's own copy, to be closed by it
   * @param expiresAt when it ends, or null where that is not known
   */
  record Present(Secret token, @Nullable Instant expiresAt) implements CredentialState {
    @Override
    public String summary() {
      return expiresAt == null
          ? "Signed in."
          : "Signed in, valid until " + Moments.text(expiresAt) + ".";
    }

    @Override
    public void close() {
      token.close();
    }
  }

  /**
   * Nobody has signed in on this host.
   *
   * @param why such as "… does not exist"
   */
  record Absent(String why) implements CredentialState {
    @Override
    public String summary() {
      return "There is no login on this host (" + why + ").";
    }
  }

  /** There is a login in {@code place}, a file's name or another place, that cannot be read. */
  record Unreadable(String place, String why) implements CredentialState {
    @Override
    public String summary() {
      return "The login in " + place + " cannot be read: " + why + ".";
    }
  }

  /** What is there is not what a login looks like; {@code problem} never quotes it. */
  record Malformed(String place, String problem) implements CredentialState {
    @Override
    public String summary() {
      return "The login in " + place + " is damaged: " + problem + ".";
    }
  }

  /** The login was valid until then. */
  record Expired(String place, Instant since) implements CredentialState {
    @Override
    public String summary() {
      return "The login in " + place + " expired at " + Moments.text(since) + ".";
    }
  }
}
