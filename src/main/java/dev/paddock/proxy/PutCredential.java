package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.proxy.scrub.SecretForms;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;

/**
 * A real token that is on a request.
 *
 * @param forms find it in the answer
 */
record PutCredential(AsciiString token, SecretForms forms, CredentialSource source) {

  /** Replaces the token by the placeholder wherever it occurs; says whether it did. */
  boolean removeFrom(HttpHeaders headers) {
    List<String> found = null;
    for (var header : headers) {
      var value = header.getValue();
      if (!forms.replaceIn(value).equals(value)) {
        found = found == null ? new ArrayList<>() : found;
        found.add(header.getKey());
      }
    }
    if (found == null) {
      return false;
    }
    for (var name : found) {
      headers.set(name, headers.getAll(name).stream().map(forms::replaceIn).toList());
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
