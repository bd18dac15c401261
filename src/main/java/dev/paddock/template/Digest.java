package dev.paddock.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file's bytes must be.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex in lower case
 */
record Digest(String algorithm, String hex) {
  private static final Map<String, Integer> LENGTHS = Map.of("sha256", 64, "sha512", 128);

  /** Refuses other algorithms, and values of a wrong length. */
  Digest {
    Integer length = LENGTHS.get(algorithm);
    if (length == null || hex.length() != length || !hex.matches("[0-9a-f]+")) {
      throw new IllegalArgumentException("not a digest: " + algorithm);
    }
  }

  /** Reads {@code sha512:<hex>}. */
  static Digest parse(String text) {
    var colon = text.indexOf(':');
    return new Digest(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
  }

  /** The SHA-512 of an npm registry's {@code integrity} field, which may list several. */
  static Optional<Digest> ofIntegrity(String integrity) {
    for (var entry : List.of(integrity.strip().split("\\s+", -1))) {
      if (entry.startsWith("sha512-")) {
        try {
          var bytes = Base64.getDecoder().decode(entry.substring("sha512-".length()));
          return Optional.of(new Digest("sha512", HexFormat.of().formatHex(bytes)));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Of some bytes. */
  static Digest sha256(byte[] content) {
    return finished("sha256", started("sha256"), content);
  }

  /**
   * Of a file, read whole.
   *
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  static Digest of(String algorithm, Path file) throws IOException, InterruptedException {
    var digest = started(algorithm);
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 20];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
    return finished(algorithm, digest, new byte[0]);
  }

  /** Whether a file is there and has these bytes. */
  boolean matches(Path file) throws IOException, InterruptedException {
    return Files.isRegularFile(file) && of(algorithm, file).equals(this);
  }

  /** The first part, for a file's name. */
  String shortHex() {
    return hex.substring(0, 32);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }

  private static Digest finished(String algorithm, MessageDigest digest, byte[] last) {
    return new Digest(algorithm, HexFormat.of().formatHex(digest.digest(last)));
  }

  private static MessageDigest started(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.equals("sha256") ? "SHA-256" : "SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
