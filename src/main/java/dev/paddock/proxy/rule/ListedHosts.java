package dev.paddock.proxy.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The hosts of {@link NetworkMode#LISTED} that come with Paddock, from a file in its package. */
final class ListedHosts {
  private static final String FILE = "listed-hosts.txt";

  private ListedHosts() {}

  static Set<HostPattern> standard() {
    try (var in = ListedHosts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return HostList.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (HostList.BadLineException e) {
      throw new IllegalStateException(FILE, e);
    }
  }
}
