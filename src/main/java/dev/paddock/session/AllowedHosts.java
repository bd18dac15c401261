package dev.paddock.session;

import dev.paddock.base.AppFolders;
import dev.paddock.proxy.rule.HostList;
import dev.paddock.proxy.rule.HostPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** The hosts that a person allows to every session with a list, from a file of theirs. */
final class AllowedHosts {
  private final Path file;

  AllowedHosts(AppFolders folders) {
    this.file = folders.config().resolve("allowed-hosts.txt");
  }

  /**
   * Reads the file; without one there are none.
   *
   * @throws AllowedHostsException where it cannot be read or a line names no host
   */
  Set<HostPattern> read() throws AllowedHostsException {
    try {
      return HostList.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (IOException | HostList.BadLineException e) {
      throw new AllowedHostsException(file, e);
    }
  }
}
