package dev.paddock.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last bytes of a stream, up to a limit. */
final class Tail {
  private final int limit;
  private byte[] bytes = new byte[0];
  private int length;

  Tail(int limit) {
    this.limit = limit;
  }

  synchronized void add(byte[] more) {
    add(more, more.length);
  }

  private synchronized void add(byte[] more, int count) {
    if (length + count > 2 * limit) {
      discardOld();
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * limit, 2 * bytes.length)));
    }
    System.arraycopy(more, 0, bytes, length, count);
    length += count;
  }

  void readAll(InputStream stream) {
    var buffer = new byte[16 << 10];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // Closed by us after the child's end.
    }
  }

  synchronized byte[] bytes() {
    discardOld();
    return Arrays.copyOf(bytes, length);
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private void discardOld() {
    if (length > limit) {
      bytes = Arrays.copyOfRange(bytes, length - limit, length);
      length = limit;
    }
  }
}
