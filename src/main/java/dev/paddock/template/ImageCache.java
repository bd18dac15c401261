package dev.paddock.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Brings an operating system's image here, and keeps what was downloaded by its digest. */
final class ImageCache {
  private final Path folder;
  private final Downloads downloads;

  /** Keeps images in {@code folder}. */
  ImageCache(Path folder, Downloads downloads) {
    this.folder = folder;
    this.downloads = downloads;
  }

  /** The image, checked in this call; blocks. */
  BaseImage fetch(ImageSource source, DownloadProgress progress)
      throws DownloadException, InterruptedException {
    return switch (source) {
      case ImageSource.Local local -> local(local);
      case ImageSource.Remote remote -> remote(remote, progress);
    };
  }

  private static BaseImage local(ImageSource.Local source)
      throws DownloadException, InterruptedException {
    try {
      var digest = Digest.of("sha512", source.file());
      return new BaseImage(source.file(), source.file().toString(), digest, source.boot());
    } catch (IOException e) {
      throw DownloadException.file(source.file(), e);
    }
  }

  /** Without a digest the cached file may be an old one, so it is got anew. */
  private BaseImage remote(ImageSource.Remote source, DownloadProgress progress)
      throws DownloadException, InterruptedException {
    var name =
        source.digest().map(Digest::shortHex).orElseGet(() -> nameless(source.url())) + ".qcow2";
    var file = folder.resolve(name);
    var wanted = source.digest();
    try {
      if (wanted.isPresent() && wanted.get().matches(file)) {
        return new BaseImage(file, source.url(), wanted.get(), Optional.empty());
      }
    } catch (IOException e) {
      throw DownloadException.file(file, e);
    }
    var digest = downloads.fetch(source.url(), file, wanted, progress);
    return new BaseImage(file, source.url(), digest, Optional.empty());
  }

  private static String nameless(String url) {
    return Digest.sha256(url.getBytes(StandardCharsets.UTF_8)).shortHex();
  }
}
