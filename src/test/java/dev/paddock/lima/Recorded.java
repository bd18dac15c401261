package dev.paddock.lima;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What limactl 2.2.0 printed on a real machine. */
final class Recorded {
  private Recorded() {}

  static String text(String name) {
    try (var in = Recorded.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no such recording: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
