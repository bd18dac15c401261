package dev.paddock.credential.refresh;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes that are overwritten when this is closed, and when they are moved to a larger array. */
final class WipedOutput extends ByteArrayOutputStream {

  @Override
  public synchronized void write(int b) {
    makeRoom(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    makeRoom(length);
    super.write(bytes, offset, length);
  }

  @Override
  public synchronized void close() {
    Arrays.fill(buf, (byte) 0);
    count = 0;
  }

  private void makeRoom(int more) {
    if (buf.length - count < more) {
      var old = buf;
      buf = Arrays.copyOf(old, Math.max(2 * old.length, count + more));
      Arrays.fill(old, (byte) 0);
    }
  }
}
