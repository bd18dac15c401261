package dev.paddock.template;

import dev.paddock.base.Escaped;
import dev.paddock.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a template's operating system comes from. */
sealed interface ImageSource {

  /**
   * An image on a server.
   *
   * @param url http or https
   * @param digest what it must be, or empty for an https address that a person gave without one
   */
  record Remote(String url, Optional<Digest> digest) implements ImageSource {}

  /**
   * An image on this machine.
   *
   * @param file qcow2 or raw
   * @param boot kernel to boot directly, where one lies beside the image
   */
  record Local(Path file, Optional<KernelFiles> boot) implements ImageSource {}

  /** The pinned Debian image for a processor, {@code x86_64} or {@code aarch64}. */
  static ImageSource debian(String arch) {
    var image = pinned().images().get(arch);
    if (image == null) {
      throw new IllegalArgumentException("no Debian image for " + arch);
    }
    return new Remote(image.url(), Optional.of(Digest.parse(image.digest())));
  }

  /**
   * What a person named with {@code --image}: a file, or a URL that may end in {@code
   * #sha512:<hex>} or {@code #sha256:<hex>}.
   */
  static ImageSource parse(String text) throws DownloadException {
    return text.startsWith("https://") || text.startsWith("http://") ? remote(text) : local(text);
  }

  private static ImageSource remote(String text) throws DownloadException {
    int mark = text.indexOf('#');
    if (mark < 0) {
      if (text.startsWith("http://")) {
        throw DownloadException.input(
            "The image " + Escaped.text(text) + " is not used.",
            "Without https and without a digest nobody can say that it is the right file.",
            "Use an https address, or add its digest: URL#sha512:...");
      }
      return new Remote(text, Optional.empty());
    }
    try {
      return new Remote(
          text.substring(0, mark), Optional.of(Digest.parse(text.substring(mark + 1))));
    } catch (IllegalArgumentException e) {
      throw DownloadException.input(
          "The image address " + Escaped.text(text) + " has no usable digest.",
          "After # it needs sha512: or sha256: and the value in small hexadecimal letters.",
          "Correct the digest.");
    }
  }

  private static ImageSource local(String text) throws DownloadException {
    try {
      var file = Path.of(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return new Local(file, KernelFiles.beside(file));
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw DownloadException.input(
        "The image " + Escaped.text(text) + " cannot be read.",
        "There is no such file, or it may not be read.",
        "Name a qcow2 file, or a URL that begins with https://.");
  }

  private static Pinned pinned() {
    try (var in = ImageSource.class.getResourceAsStream("debian-13.json")) {
      return Json.mapper().readValue(in, Pinned.class);
    } catch (IOException e) {
      throw new IllegalStateException("debian-13.json in this program is broken", e);
    }
  }

  /**
   * The file in which the release is pinned.
   *
   * @param release date and build
   * @param images by processor
   */
  record Pinned(String release, Map<String, Entry> images) {}

  /**
   * One image of a release.
   *
   * @param url dated, so that it never changes
   * @param digest from Debian's own list
   */
  record Entry(String url, String digest) {}
}
