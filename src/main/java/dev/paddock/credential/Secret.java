package dev.paddock.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A secret's bytes: wiped by {@link #close}, compared in constant time, never part of a text.
 *
 * <p>May be used by several threads; one that was closed can no longer be read.
 */
public final class Secret implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A secret with its own copy of {@code bytes}. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** A secret from ASCII text, for instance one that we made ourselves. */
  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A copy that is closed on its own. */
  public Secret copy() {
    return new Secret(bytes());
  }

  /** A copy of the bytes, for the caller to wipe. Throws IllegalStateException when closed. */
  public synchronized byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("the secret is closed");
    }
    return bytes.clone();
  }

  /** Whether the bytes are these, in a time that does not depend on where they differ. */
  public synchronized boolean matches(byte[] others) {
    return !closed && MessageDigest.isEqual(bytes, others);
  }

  /** Overwrites the bytes with zeros; a second time does nothing. */
  @Override
  public synchronized void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Secret secret)) {
      return false;
    }
    byte[] theirs = secret.bytes();
    try {
      return matches(theirs);
    } finally {
      Arrays.fill(theirs, (byte) 0);
    }
  }

  /** The same for every secret: a hash would tell something about the bytes. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
