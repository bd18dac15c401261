package dev.paddock.session;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leases on disk, one small JSON file each. */
final class LeaseStore {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseStore.class);
  private static final String SUFFIX = ".json";

  private final Path folder;

  LeaseStore(Path folder) {
    this.folder = folder;
  }

  void write(Lease lease) throws LeaseException {
    try {
      AtomicFile.privateFolder(folder);
      AtomicFile.write(file(lease.id()), Json.mapper().writeValueAsBytes(lease));
    } catch (IOException e) {
      throw new LeaseException(folder, e);
    }
  }

  void remove(Lease lease) throws LeaseException {
    try {
      Files.deleteIfExists(file(lease.id()));
    } catch (IOException e) {
      throw new LeaseException(folder, e);
    }
  }

  /** Removes what a process left that was killed while it wrote a lease. */
  void removeLeftovers() throws LeaseException {
    try {
      AtomicFile.removeLeftovers(folder);
    } catch (IOException e) {
      throw new LeaseException(folder, e);
    }
  }

  /** All that can be read, oldest first; what cannot be read is left alone and logged. */
  List<Lease> all() throws LeaseException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var leases = new ArrayList<Lease>();
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (var file : files) {
        read(file).ifPresent(leases::add);
      }
    } catch (IOException e) {
      throw new LeaseException(folder, e);
    }
    leases.sort(Comparator.comparing(Lease::created));
    return leases;
  }

  private static Optional<Lease> read(Path file) {
    try {
      var lease = Json.mapper().readValue(Files.readAllBytes(file), Lease.class);
      if (lease.version() == Lease.VERSION
          && file.getFileName().toString().equals(lease.id() + SUFFIX)
          && SessionId.valid(lease.id())) {
        return Optional.of(lease);
      }
      LOG.warn("{} is not a lease that this version understands; left alone", file);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read; left alone", file, e);
    }
    return Optional.empty();
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }
}
