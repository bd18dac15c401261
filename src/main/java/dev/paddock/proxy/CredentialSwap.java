package dev.paddock.proxy;

import dev.paddock.credential.Secret;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.Arrays;

/** Puts a real token on a request. */
final class CredentialSwap {
  private static final String API_KEY = "x-api-key";
  private static final byte[] BEARER = {'B', 'e', 'a', 'r', 'e', 'r', ' '};

  private CredentialSwap() {}

  /** Sets Authorization to the token, and takes the placeholder out of {@code x-api-key}. */
  static PutCredential put(HttpHeaders headers, Secret secret, String placeholder) {
    var token = secret.bytes();
    var value = Arrays.copyOf(BEARER, BEARER.length + token.length);
    System.arraycopy(token, 0, value, BEARER.length, token.length);
    headers.set(HttpHeaderNames.AUTHORIZATION, new AsciiString(value, false));
    var apiKey = headers.get(API_KEY);
    if (apiKey != null && apiKey.strip().equals(placeholder)) {
      headers.remove(API_KEY);
    }
    return new PutCredential(new AsciiString(token, false), placeholder);
  }
}
