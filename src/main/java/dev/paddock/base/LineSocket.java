package dev.paddock.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * One line to another Paddock process of the same user, one line back, over a UNIX socket.
 *
 * <p>The socket lies in a folder that only its owner may enter, so whoever reaches it is the user.
 */
public final class LineSocket implements AutoCloseable {
  private static final int MAX_LINE = 64 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path path;
  private final ServerSocketChannel server;

  private LineSocket(Path path, ServerSocketChannel server) {
    this.path = path;
    this.server = server;
  }

  /**
   * Answers lines at this path from now on, each on its own thread; a stale socket file is
   * replaced.
   */
  public static LineSocket serve(Path path, UnaryOperator<String> answer) throws IOException {
    Files.deleteIfExists(path);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    var socket = new LineSocket(path, server);
    Thread.ofVirtual().name("socket " + path.getFileName()).start(() -> socket.accept(answer));
    return socket;
  }

  /**
   * Sends a line and returns the answer; waits for five seconds at most.
   *
   * @throws IOException when nobody listens there, or nobody answers
   */
  public static String ask(Path path, String line) throws IOException, InterruptedException {
    var answer = new CompletableFuture<String>();
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      Thread.startVirtualThread(() -> {
        try {
          channel.connect(UnixDomainSocketAddress.of(path));
          write(channel, line);
          answer.complete(read(channel));
        } catch (IOException e) {
          answer.completeExceptionally(e);
        }
      });
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nobody answers at " + path, e);
    } catch (ExecutionException e) {
      throw new IOException("nobody listens at " + path, e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path);
  }

  private void accept(UnaryOperator<String> answer) {
    while (server.isOpen()) {
      try {
        var channel = server.accept();
        Thread.startVirtualThread(() -> converse(channel, answer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void converse(SocketChannel channel, UnaryOperator<String> answer) {
    try (channel) {
      write(channel, answer.apply(read(channel)));
    } catch (IOException e) {
      // The asker went away; nothing depends on the answer.
    }
  }

  private static String read(SocketChannel channel) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() >= MAX_LINE) {
        throw new IOException("line too long");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private static void write(SocketChannel channel, String line) throws IOException {
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
