package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;

/** A real token that is on a request, so that it can be kept out of the answer's headers. */
record PutCredential(AsciiString token, String placeholder, CredentialSource source) {

  /** Replaces the token by the placeholder wherever it occurs; says whether it did. */
  boolean removeFrom(HttpHeaders headers) {
    if (headers.isEmpty()) {
      return false;
    }
    var secret = token.toString();
    var names =
        headers.entries().stream()
            .filter(h -> h.getValue().contains(secret))
            .map(Map.Entry::getKey)
            .distinct()
            .toList();
    for (var name : names) {
      List<String> values = headers.getAll(name);
      headers.set(name, values.stream().map(v -> v.replace(secret, placeholder)).toList());
    }
    return !names.isEmpty();
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
