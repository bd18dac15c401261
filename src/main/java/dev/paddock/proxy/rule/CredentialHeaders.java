package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds placeholders in the headers that clients put credentials into. */
final class CredentialHeaders {
  private CredentialHeaders() {}

  /** Whether the client sent any credential, of ours or not. */
  static boolean present(RequestHead head) {
    return head.has("authorization") || head.has("x-api-key");
  }

  /** The credential that the client's placeholder stands for. */
  static Optional<CredentialKind> placeholder(RequestHead head, Placeholders placeholders) {
    return Stream.concat(
            head.values("authorization").stream().flatMap(CredentialHeaders::secrets),
            head.values("x-api-key").stream().map(String::strip))
        .flatMap(v -> placeholders.kindOf(v).stream())
        .findFirst();
  }

  /** Whether any placeholder occurs anywhere in the head, also within Basic credentials. */
  static boolean anywhere(RequestHead head, Placeholders placeholders) {
    return placeholders.occursIn(head.target())
        || head.headers().stream()
            .anyMatch(h ->
                placeholders.occursIn(h.getValue())
                    || secrets(h.getValue()).anyMatch(placeholders::occursIn));
  }

  /** What a credential of any scheme holds: a token, or the user and password of Basic. */
  private static Stream<String> secrets(String value) {
    var stripped = value.strip();
    int space = stripped.indexOf(' ');
    if (space < 0) {
      return Stream.of(stripped);
    }
    var scheme = stripped.substring(0, space);
    var rest = stripped.substring(space + 1).strip();
    return scheme.equalsIgnoreCase("basic") ? userAndPassword(rest) : Stream.of(rest);
  }

  private static Stream<String> userAndPassword(String encoded) {
    try {
      var decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
      int colon = decoded.indexOf(':');
      return colon < 0
          ? Stream.of(decoded)
          : Stream.of(decoded.substring(0, colon), decoded.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Stream.of();
    }
  }
}
