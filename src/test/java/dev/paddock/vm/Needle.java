package dev.paddock.vm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for bytes in files of any size. */
public final class Needle {
  private static final int PART = 1 << 20;

  private Needle() {}

  /** Whether the bytes occur; a file that cannot be read (any more) does not hold them. */
  public static boolean occurs(Path file, byte[] needle) {
    try (var in = Files.newInputStream(file)) {
      return occurs(in, needle);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean occurs(InputStream in, byte[] needle) throws IOException {
    var buffer = new byte[PART + needle.length];
    int kept = 0;
    for (int n = in.read(buffer, kept, PART); n >= 0; n = in.read(buffer, kept, PART)) {
      int length = kept + n;
      for (int i = 0; i + needle.length <= length; i++) {
        if (buffer[i] == needle[0] && matches(buffer, i, needle)) {
          return true;
        }
      }
      kept = Math.min(length, needle.length - 1);
      System.arraycopy(buffer, length - kept, buffer, 0, kept);
    }
    return false;
  }

  private static boolean matches(byte[] buffer, int from, byte[] needle) {
    for (int i = 1; i < needle.length; i++) {
      if (buffer[from + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }
}
