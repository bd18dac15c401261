package dev.paddock.proxy;

import dev.paddock.credential.Secret;
import dev.paddock.proxy.rule.Placement;
import dev.paddock.proxy.rule.Placement.ApiKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Puts a real token on a request, or takes a placeholder off. */
final class CredentialSwap {
  private static final String API_KEY = "x-api-key";
  private static final String CLAUDE_FEATURES = "anthropic-beta";
  private static final String CLAUDE_OAUTH = "oauth-2025-04-20";
  private static final byte[] BASIC = {'B', 'a', 's', 'i', 'c', ' '};

  private CredentialSwap() {}

  /** Writes the token to its place, and returns it. */
  static AsciiString put(HttpHeaders headers, Secret secret, Placement placement) {
    var token = secret.bytes();
    if (placement.authorization() != null) {
      var value = authorization(placement.authorization(), token);
      headers.set(HttpHeaderNames.AUTHORIZATION, new AsciiString(value, false));
    }
    switch (placement.apiKey()) {
      case KEEP -> {}
      case REPLACE -> headers.set(API_KEY, new AsciiString(token, false));
      case REMOVE -> headers.remove(API_KEY);
    }
    if (placement.claudeOAuth()) {
      expectClaudeLogin(headers);
    }
    return new AsciiString(token, false);
  }

  /** Takes the placeholder off, with the header that it stands in. */
  static void remove(HttpHeaders headers, Placement placement) {
    if (placement.authorization() != null) {
      headers.remove(HttpHeaderNames.AUTHORIZATION);
    }
    if (placement.apiKey() != ApiKey.KEEP) {
      headers.remove(API_KEY);
    }
  }

  private static byte[] authorization(Placement.Authorization around, byte[] token) {
    return switch (around) {
      case Placement.Token(var scheme) ->
          scheme.isEmpty() ? token : joined(octets(scheme + " "), token);
      case Placement.Basic(var user, var password) -> {
        var plain = joined(joined(part(user, token), octets(":")), part(password, token));
        var encoded = Base64.getEncoder().encode(plain);
        Arrays.fill(plain, (byte) 0);
        yield joined(BASIC, encoded);
      }
    };
  }

  private static byte[] part(@Nullable String text, byte[] token) {
    return text == null ? token : octets(text);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void expectClaudeLogin(HttpHeaders headers) {
    var features = headers.getAll(CLAUDE_FEATURES);
    if (features.stream().noneMatch(f -> f.contains(CLAUDE_OAUTH))) {
      headers.set(
          CLAUDE_FEATURES,
          features.isEmpty() ? CLAUDE_OAUTH : String.join(",", features) + "," + CLAUDE_OAUTH);
    }
  }
}
