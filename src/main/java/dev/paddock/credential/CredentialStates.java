package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;

/** Says what a look at a login gave. */
final class CredentialStates {
  private CredentialStates() {}

  /** Of a login that could be read; the state has its own copy of the token. */
  static CredentialState of(String place, Reading<?> login, Instant now) {
    var expiresAt = login.expiresAt();
    return expiresAt != null && !expiresAt.isAfter(now)
        ? new CredentialState.Expired(place, expiresAt)
        : new CredentialState.Present(login.token().copy(), expiresAt);
  }

  /** Of a look that failed, without the words of a parser, which may quote the login. */
  static CredentialState failed(String place, IOException e) {
    return switch (e) {
      case NoSuchFileException none -> new CredentialState.Absent(place + " does not exist");
      case NotDirectoryException none -> new CredentialState.Absent(place + " does not exist");
      case AccessDeniedException denied ->
          new CredentialState.Unreadable(place, "permission denied");
      case JsonProcessingException broken -> new CredentialState.Malformed(place, "it is not JSON");
      case MissingField missing ->
          new CredentialState.Malformed(place, "it has no " + missing.field());
      case KeychainException refused -> new CredentialState.Unreadable(place, refused.why());
      default -> new CredentialState.Unreadable(place, e.getClass().getSimpleName());
    };
  }
}
