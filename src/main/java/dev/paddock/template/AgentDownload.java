package dev.paddock.template;

import dev.paddock.agent.AgentPackage;
import dev.paddock.agent.NpmTarball;
import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets the packages that hold the agents' programs.
 *
 * <p>What a tarball must be is decided first: by the integrity that is pinned in this program
 * beside the version; for a version without one, by the registry's metadata, or offline by what the
 * registry said before. Only then a tarball is looked for: in the cache, in the folder that {@code
 * PADDOCK_AGENT_PACKAGES} names (for machines without a network), at the registry. Whatever the
 * place, it is used only with the right digest, checked each time; so with a pinned version and the
 * tarball at hand no network is needed.
 */
final class AgentDownload {
  private final Path folder;
  private final Optional<Path> offline;
  private final NpmRegistry registry;
  private final Downloads downloads;

  /** Keeps tarballs in {@code folder}. */
  AgentDownload(Path folder, Map<String, String> environment, Downloads downloads) {
    this.folder = folder;
    this.offline =
        Optional.ofNullable(environment.get("PADDOCK_AGENT_PACKAGES"))
            .filter(value -> !value.isEmpty())
            .map(Path::of);
    this.registry = NpmRegistry.of(environment, downloads, folder);
    this.downloads = downloads;
  }

  /**
   * The package's tarball, checked in this call; blocks.
   *
   * @param arch {@code x64} or {@code arm64}
   */
  Path fetch(AgentPackage wanted, String arch, DownloadProgress progress)
      throws DownloadException, InterruptedException {
    var tarball = wanted.tarball(arch);
    var expected = expected(tarball);
    var cached = folder.resolve(expected.shortHex() + ".tgz");
    try {
      AtomicFile.privateFolder(folder);
      if (expected.matches(cached) || copyOffline(wanted, tarball, expected, cached)) {
        return cached;
      }
    } catch (IOException e) {
      throw DownloadException.file(cached, e);
    }
    downloads.fetch(
        registry.tarball(tarball.name(), tarball.version()),
        cached,
        Optional.of(expected),
        progress);
    return cached;
  }

  private Digest expected(NpmTarball tarball) throws DownloadException, InterruptedException {
    var pinned = tarball.integrity().flatMap(Digest::ofIntegrity);
    return pinned.isPresent() ? pinned.get() : registry.digest(tarball.name(), tarball.version());
  }

  /** A file of the right name with other content is told: the person put it there to be used. */
  private boolean copyOffline(AgentPackage wanted, NpmTarball tarball, Digest expected, Path target)
      throws IOException, DownloadException, InterruptedException {
    if (offline.isEmpty()) {
      return false;
    }
    for (var file : candidates(wanted, tarball)) {
      var source = offline.get().resolve(file);
      if (!Files.isRegularFile(source)) {
        continue;
      }
      var part = target.resolveSibling("." + target.getFileName() + ".part");
      try {
        Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
        var found = Digest.of(expected.algorithm(), part);
        if (!found.equals(expected)) {
          throw DownloadException.digest(source.toString(), expected, found);
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return false;
  }

  /** As {@code npm pack} names it, as the registry does, and by the agent's command. */
  private static List<String> candidates(AgentPackage wanted, NpmTarball tarball) {
    var name = tarball.name();
    var scoped = name.startsWith("@") ? name.substring(1).replace('/', '-') : name;
    var plain = name.substring(name.lastIndexOf('/') + 1);
    var version = "-" + tarball.version() + ".tgz";
    return List.of(scoped + version, plain + version, wanted.command() + ".tgz");
  }
}
