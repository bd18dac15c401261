package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  @TempDir Path folder;
  private final byte[] content = new byte[600_000];
  private final Downloads downloads = new Downloads(new OkHttpClient());
  private TestServer server;
  private Path target;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    server = new TestServer();
    target = folder.resolve("cache/file");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void movesAFileIntoPlaceWhenItsDigestIsRight() throws Exception {
    server.serve("/file", content);

    var found =
        downloads.fetch(
            server.url("/file"),
            target,
            Optional.of(Digest.sha256(content)),
            DownloadProgress.NONE);

    assertThat(found).isEqualTo(Digest.sha256(content));
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void keepsNothingOfAFileWithAWrongDigest() {
    server.serve("/file", content);
    var other = Optional.of(Digest.sha256(new byte[1]));

    assertThatThrownBy(
            () -> downloads.fetch(server.url("/file"), target, other, DownloadProgress.NONE))
        .isInstanceOfSatisfying(
            DownloadException.class,
            e -> {
              assertThat(e.explain().what()).contains("not the file that was expected");
              assertThat(e.explain().code()).isEqualTo(ExitCode.UNAVAILABLE);
            });
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void keepsTheOldFileWhenANewOneIsWrong() throws Exception {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "old");
    server.serve("/file", content);
    var other = Optional.of(Digest.sha256(new byte[1]));

    assertThatThrownBy(
            () -> downloads.fetch(server.url("/file"), target, other, DownloadProgress.NONE))
        .isInstanceOf(DownloadException.class);
    assertThat(target).hasContent("old");
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    server.on(
        "/file",
        exchange -> {
          var range = exchange.getRequestHeaders().getFirst("Range");
          if (range == null) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 400_000);
            exchange.getResponseBody().flush();
            // Closing before the promised length breaks the connection.
            throw new IOException("broken off on purpose");
          }
          int from = Integer.parseInt(range.replaceAll("\\D", ""));
          exchange.sendResponseHeaders(206, content.length - from);
          exchange.getResponseBody().write(Arrays.copyOfRange(content, from, content.length));
        });

    downloads.fetch(
        server.url("/file"), target, Optional.of(Digest.sha256(content)), DownloadProgress.NONE);

    assertThat(target).hasBinaryContent(content);
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getLast()).matches("/file bytes=[1-9]\\d*-");
  }

  @Test
  void tellsTheStatusOfARefusal() {
    server.on("/file", exchange -> exchange.sendResponseHeaders(404, -1));

    assertThatThrownBy(() ->
            downloads.fetch(server.url("/file"), target, Optional.empty(), DownloadProgress.NONE))
        .isInstanceOfSatisfying(
            DownloadException.class, e -> assertThat(e.explain().why()).contains("404"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void tellsWhenNobodyAnswers() {
    var url = server.url("/file");
    server.close();

    assertThatThrownBy(() -> downloads.fetch(url, target, Optional.empty(), DownloadProgress.NONE))
        .isInstanceOfSatisfying(
            DownloadException.class,
            e -> assertThat(e.explain().fix()).startsWith("Check the network"));
  }

  @Test
  void anInterruptEndsItAndLeavesNothing() throws Exception {
    var held = new CountDownLatch(1);
    server.on(
        "/file",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 300_000);
          exchange.getResponseBody().flush();
          try {
            held.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    var arrived = new CountDownLatch(1);
    var outcome = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                downloads.fetch(
                    server.url("/file"),
                    target,
                    Optional.empty(),
                    (done, total) -> arrived.countDown());
              } catch (DownloadException | InterruptedException e) {
                outcome.complete(e);
              }
            });
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

    thread.interrupt();

    assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(target.getParent()).isEmptyDirectory();
    held.countDown();
  }
}
