package dev.paddock.credential.refresh;

import dev.paddock.base.Sha256;
import dev.paddock.credential.Secret;
import java.util.Arrays;

/**
 * Tells tokens apart without holding them, also in files.
 *
 * @param text a part of the token's SHA-256, from which a random token cannot be guessed
 */
public record TokenId(String text) {
  private static final int LENGTH = 32;

  static TokenId of(Secret token) {
    byte[] bytes = token.bytes();
    try {
      return new TokenId(Sha256.hex(bytes).substring(0, LENGTH));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
