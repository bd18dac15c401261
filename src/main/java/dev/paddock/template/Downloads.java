package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.SystemTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Gets files over HTTP, checks them, and moves them into place whole. */
final class Downloads {
  private static final int TRIES = 4;
  private final OkHttpClient client;

  /** With the trust of the JDK and of this machine. */
  Downloads() {
    this(client(SystemTrust.load()));
  }

  Downloads(OkHttpClient client) {
    this.client = client;
  }

  private static OkHttpClient client(SystemTrust trust) {
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
        .connectTimeout(Duration.ofSeconds(20))
        .readTimeout(Duration.ofSeconds(60))
        .build();
  }

  /**
   * Downloads to {@code target}, replacing it; a connection that breaks is taken up again where it
   * broke. Nothing is left behind when it fails.
   *
   * @param expected its digest, or empty where nobody knows it
   * @return the digest of what came, SHA-512 where none was expected
   */
  Digest fetch(String url, Path target, Optional<Digest> expected, DownloadProgress progress)
      throws DownloadException, InterruptedException {
    var folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    var part = folder.resolve("." + target.getFileName() + ".part");
    try {
      AtomicFile.privateFolder(folder);
      Files.deleteIfExists(part);
      receive(url, part, progress);
      var found = Digest.of(expected.map(Digest::algorithm).orElse("sha512"), part);
      if (expected.isPresent() && !expected.get().equals(found)) {
        throw DownloadException.digest(url, expected.get(), found);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return found;
    } catch (IOException e) {
      throw DownloadException.file(target, e);
    } finally {
      discard(part);
    }
  }

  /** A small document, at most {@code limit} bytes of it. */
  byte[] read(String url, int limit) throws DownloadException, InterruptedException {
    var call = client.newCall(new Request.Builder().url(url).build());
    return await(
        url,
        () -> {
          try (var response = call.execute()) {
            if (!response.isSuccessful()) {
              throw DownloadException.status(url, response.code());
            }
            return response.body().byteStream().readNBytes(limit);
          }
        },
        call::cancel);
  }

  private void receive(String url, Path part, DownloadProgress progress)
      throws DownloadException, InterruptedException {
    for (int left = TRIES; ; left--) {
      var transfer = new Transfer(client, url, part, progress);
      try {
        await(url, transfer::run, transfer::cancel);
        return;
      } catch (DownloadException e) {
        // Only a connection that had begun to deliver is worth another try.
        if (left <= 1 || !transfer.advanced() || !transfer.broken()) {
          throw e;
        }
      }
    }
  }

  /** What a thread of its own does, so that an interrupt ends it wherever it blocks. */
  private interface Work<T> {
    T run() throws IOException, DownloadException;
  }

  private static <T> T await(String url, Work<T> work, Runnable cancel)
      throws DownloadException, InterruptedException {
    var result = new CompletableFuture<T>();
    var thread =
        Thread.startVirtualThread(() -> {
          try {
            result.complete(work.run());
          } catch (IOException | DownloadException | RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get();
    } catch (InterruptedException e) {
      cancel.run();
      thread.interrupt();
      // It must not write to the file any more when the caller removes it.
      thread.join(Duration.ofSeconds(5));
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case DownloadException explained -> throw explained;
        case IOException io -> throw DownloadException.network(url, io);
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // A cache's folder that cannot be written any more; the failure before it is the news.
    }
  }
}
