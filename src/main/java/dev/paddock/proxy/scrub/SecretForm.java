package dev.paddock.proxy.scrub;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One way in which a secret may be written, and what is put in its place.
 *
 * @param octets changed by wiping only
 * @param standIn of any length
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only found.
record SecretForm(byte[] octets, byte[] standIn) {
  private static final byte FILL = '0';

  /** Whether the text holds this form at the place, as far as the text goes. */
  boolean begins(ByteBuffer text, int at, int end) {
    int length = Math.min(octets.length, end - at);
    for (int i = 0; i < length; i++) {
      if (text.get(at + i) != octets[i]) {
        return false;
      }
    }
    return true;
  }

  /** What is put in its place where the text must keep its length: cut, or filled up. */
  byte[] standInOfSameLength() {
    var fitted = Arrays.copyOf(standIn, octets.length);
    if (standIn.length < fitted.length) {
      Arrays.fill(fitted, standIn.length, fitted.length, FILL);
    }
    return fitted;
  }

  @Override
  public String toString() {
    return "SecretForm[…]";
  }
}
