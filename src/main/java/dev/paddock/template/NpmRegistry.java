package dev.paddock.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an npm registry knows of one version of a package. */
final class NpmRegistry {
  private static final String PUBLIC = "https://registry.npmjs.org";
  private static final int MAX_METADATA = 4 << 20;
  private final String base;
  private final Downloads downloads;
  private final Path folder;

  private NpmRegistry(String base, Downloads downloads, Path folder) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    this.downloads = downloads;
    this.folder = folder;
  }

  /**
   * The registry that npm itself would use by its environment variable, else the public one.
   *
   * @param folder where integrities are written down for use without a network
   */
  static NpmRegistry of(Map<String, String> environment, Downloads downloads, Path folder) {
    var base =
        Stream.of("npm_config_registry", "NPM_CONFIG_REGISTRY")
            .map(environment::get)
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .orElse(PUBLIC);
    return new NpmRegistry(base, downloads, folder);
  }

  /** Where the tarball of a version is. */
  String tarball(String name, String version) throws DownloadException, InterruptedException {
    var text = metadata(name, version).at("/dist/tarball").asText("");
    // A registry without TLS is the person's choice; one with TLS must not lead away from it.
    if (text.startsWith("https://") || (text.startsWith("http://") && base.startsWith("http:"))) {
      return text;
    }
    throw DownloadException.registry(url(name, version), "It names no tarball.");
  }

  /** What the tarball of a version must be; the last answer where the registry is not reached. */
  Digest digest(String name, String version) throws DownloadException, InterruptedException {
    var note = folder.resolve(name.replace('/', '+') + "@" + version + ".integrity");
    try {
      var integrity = metadata(name, version).at("/dist/integrity").asText("");
      var digest = Digest.ofIntegrity(integrity);
      if (digest.isEmpty()) {
        throw DownloadException.registry(url(name, version), "It has no SHA-512 of the tarball.");
      }
      AtomicFile.privateFolder(folder);
      AtomicFile.write(note, digest.get().toString().getBytes(StandardCharsets.UTF_8));
      return digest.get();
    } catch (DownloadException unreachable) {
      return noted(note).orElseThrow(() -> unreachable);
    } catch (IOException e) {
      throw DownloadException.file(note, e);
    }
  }

  private static Optional<Digest> noted(Path note) {
    try {
      return Optional.of(Digest.parse(Files.readString(note)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private JsonNode metadata(String name, String version)
      throws DownloadException, InterruptedException {
    var url = url(name, version);
    var content = downloads.read(url, MAX_METADATA);
    try {
      return Json.mapper().readTree(content);
    } catch (IOException e) {
      throw DownloadException.registry(url, "It is not JSON.");
    }
  }

  private String url(String name, String version) {
    return base + "/" + name + "/" + version;
  }
}
