package dev.paddock.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One attempt at getting the rest of a file. */
final class Transfer {
  private static final int PARTIAL_CONTENT = 206;
  private final String url;
  private final Path part;
  private final DownloadProgress progress;
  private final Call call;
  private final long before;
  private volatile long written;
  private volatile boolean broken;

  Transfer(OkHttpClient client, String url, Path part, DownloadProgress progress) {
    this.url = url;
    this.part = part;
    this.progress = progress;
    before = part.toFile().length();
    var request = new Request.Builder().url(url).header("Accept-Encoding", "identity");
    if (before > 0) {
      request.header("Range", "bytes=" + before + "-");
    }
    call = client.newCall(request.build());
  }

  /** Whether any byte came. */
  boolean advanced() {
    return written > 0;
  }

  /** Whether the connection failed, and not the disk or the server's will. */
  boolean broken() {
    return broken;
  }

  void cancel() {
    call.cancel();
  }

  /** Receives to the end; returns how many bytes came. */
  long run() throws IOException, DownloadException {
    try (var response = execute()) {
      if (!response.isSuccessful()) {
        throw DownloadException.status(url, response.code());
      }
      boolean resumed = response.code() == PARTIAL_CONTENT;
      save(response, resumed ? before : 0);
      return written;
    }
  }

  private Response execute() throws IOException {
    try {
      return call.execute();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private void save(Response response, long start) throws IOException, DownloadException {
    long length = response.body().contentLength();
    long total = length < 0 ? -1 : start + length;
    var in = response.body().byteStream();
    var mode =
        start > 0
            ? new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.APPEND}
            : new StandardOpenOption[] {
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING
            };
    try (var out = Files.newOutputStream(part, mode)) {
      var buffer = new byte[256 << 10];
      while (true) {
        int n;
        try {
          n = in.read(buffer);
        } catch (IOException e) {
          broken = true;
          throw e;
        }
        if (n < 0) {
          return;
        }
        out.write(buffer, 0, n);
        long soFar = written;
        soFar += n;
        written = soFar;
        progress.at(start + written, total);
      }
    } catch (IOException e) {
      if (broken) {
        throw e;
      }
      throw DownloadException.file(part, e);
    }
  }
}
