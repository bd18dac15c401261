package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.proxy.scrub.SecretForms;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A real token that is on a request.
 *
 * @param forms find it in the answer
 */
record PutCredential(AsciiString token, SecretForms forms, CredentialSource source) {

  /** Whether the token occurs in the text. */
  boolean isIn(String text) {
    return !forms.replaceIn(text).equals(text);
  }

  /**
   * Replaces the token by the placeholder wherever it occurs in a value, and drops a header that
   * has it in its name; says whether it was there.
   */
  boolean removeFrom(HttpHeaders headers) {
    Set<String> found = null;
    for (var header : headers) {
      if (isIn(header.getKey()) || isIn(header.getValue())) {
        found = found == null ? new LinkedHashSet<>() : found;
        found.add(header.getKey());
      }
    }
    if (found == null) {
      return false;
    }
    for (var name : found) {
      if (isIn(name)) {
        headers.remove(name);
      } else {
        headers.set(name, headers.getAll(name).stream().map(forms::replaceIn).toList());
      }
    }
    return true;
  }

  /**
   * The provider answered 401. The client hears it too, and asks for a new token, which it gets
   * when the host has one.
   */
  void refused() {
    try (var secret = Secret.of(token.toByteArray())) {
      source.refresh(new RefreshReason.Refused(secret));
    }
  }

  @Override
  public String toString() {
    return "PutCredential[…]";
  }
}
