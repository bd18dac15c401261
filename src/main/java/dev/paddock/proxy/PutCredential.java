package dev.paddock.proxy;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;

/** A real token that is on a request, so that it can be kept out of the answer's headers. */
record PutCredential(AsciiString token, String placeholder) {

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

  @Override
  public String toString() {
    return "PutCredential[…]";
  }
}
