package dev.paddock.proxy.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The hosts of {@link NetworkMode#LISTED} that come with Paddock, from a file in its package. */
final class ListedHosts {
  private static final String FILE = "listed-hosts.txt";

  private ListedHosts() {}

  static List<HostPattern> standard() {
    try (var in = ListedHosts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line ->
              HostPattern.parse(line)
                  .orElseThrow(() -> new IllegalStateException("no host: " + line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
