package dev.paddock.proxy.rule;

import java.util.List;
import java.util.Optional;

/**
 * Refuses heads that two servers could read differently. Line endings, folded lines, lengths and
 * transfer codings are the decoder's part.
 */
public final class HeadCheck {
  /** Headers that decide where a request goes or who sent it: never more than one. */
  private static final List<String> SINGLE =
      List.of("host", "content-length", "transfer-encoding", "authorization", "x-api-key");

  private HeadCheck() {}

  /** Why the head is malformed, or empty. */
  public static Optional<String> problem(RequestHead head) {
    if (!isToken(head.method())) {
      return Optional.of("the method has characters that are not allowed");
    }
    if (!isTarget(head.target())) {
      return Optional.of("the request target has characters that are not allowed");
    }
    for (var header : head.headers()) {
      if (!isToken(header.getKey()) || hasControl(header.getValue())) {
        return Optional.of("a header has characters that are not allowed");
      }
    }
    for (var name : SINGLE) {
      if (head.values(name).size() > 1) {
        return Optional.of("more than one " + name + " header");
      }
    }
    // The draft WebSocket protocol of 2010 had a body without a length.
    return head.has("sec-websocket-key1")
        ? Optional.of("this draft of WebSocket is not supported")
        : Optional.empty();
  }

  /** Whether the Host header names this target; a request without one does not. */
  public static boolean hostAgrees(RequestHead head, Target target, int schemePort) {
    var hosts = head.values("host");
    return hosts.size() == 1
        && Target.parse(hosts.getFirst(), schemePort).filter(target::equals).isPresent();
  }

  /** Octets beyond ASCII may stand in an authority, where they are read as UTF-8. */
  private static boolean targetCharacter(int c) {
    return Ascii.visible(c) || (c >= 0x80 && c <= 0xff);
  }

  // Every character of every request comes through these loops; streams took a seventh of the
  // proxy's time.

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Ascii.token(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTarget(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!targetCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 0x20 && c != '\t') || c == 0x7f) {
        return true;
      }
    }
    return false;
  }
}
