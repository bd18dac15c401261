package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.proxy.scrub.BodyScrubber;
import dev.paddock.proxy.scrub.SecretForms;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A real token that is on a request, so that it can be kept out of the answer. */
record PutCredential(
    AsciiString token, String placeholder, SecretForms forms, CredentialSource source) {

  /**
   * Takes the token out of an answer's body, or null where that is compressed.
   *
   * @param out takes what goes on
   */
  @Nullable BodyScrubber scrubber(HttpResponse answer, Consumer<HttpContent> out) {
    var encoding = answer.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding == null || encoding.strip().equalsIgnoreCase("identity")
        ? new BodyScrubber(forms, HttpUtil.isContentLengthSet(answer), out)
        : null;
  }

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
