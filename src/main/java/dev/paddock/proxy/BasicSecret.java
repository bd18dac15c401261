package dev.paddock.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A listener's own user and secret, as clients send them with Basic. */
final class BasicSecret {
  private static final String USER = "paddock";
  private static final String SCHEME = "Basic ";
  private static final int BYTES = 32;

  private final String secret;
  private final byte[] expected;

  BasicSecret(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    expected = digest((USER + ":" + secret).getBytes(StandardCharsets.US_ASCII));
  }

  String user() {
    return USER;
  }

  String secret() {
    return secret;
  }

  /** Whether this is the value of a right Proxy-Authorization, compared in constant time. */
  boolean matches(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    try {
      var sent = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      return MessageDigest.isEqual(expected, digest(sent));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "BasicSecret[…]";
  }
}
