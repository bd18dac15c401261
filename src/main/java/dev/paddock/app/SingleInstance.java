package dev.paddock.app;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.LineSocket;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One window per user: the first start holds a lock and listens, a second one hands its folder over
 * and ends.
 */
final class SingleInstance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String TAKEN = "taken";

  private final FileChannel lock;
  private final LineSocket socket;

  private SingleInstance(FileChannel lock, LineSocket socket) {
    this.lock = lock;
    this.socket = socket;
  }

  /**
   * Becomes the first, or hands over to it.
   *
   * @param folder of the lock and the socket; the user's only
   * @param request what this start was asked to open; empty for just the window
   * @param open gets the requests of later starts, on a background thread
   * @return empty where another window took the request
   */
  static Optional<SingleInstance> claim(Path folder, String request, Consumer<String> open)
      throws IOException, InterruptedException {
    AtomicFile.privateFolder(folder);
    var path = folder.resolve("app.sock");
    // The system drops the lock when its process ends, however it ends.
    var channel =
        FileChannel.open(
            folder.resolve("app.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (channel.tryLock() == null) {
      if (handedOver(path, request)) {
        channel.close();
        return Optional.empty();
      }
      if (System.nanoTime() > end) {
        channel.close();
        throw new IOException("another Paddock holds " + folder + " and does not answer");
      }
      Thread.sleep(50);
    }
    var socket =
        LineSocket.serve(
            path,
            line -> {
              open.accept(line);
              return TAKEN;
            });
    return Optional.of(new SingleInstance(channel, socket));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    lock.close();
  }

  private static boolean handedOver(Path socket, String request) throws InterruptedException {
    try {
      return LineSocket.ask(socket, request).equals(TAKEN);
    } catch (IOException e) {
      // It is just starting or just ending.
      return false;
    }
  }
}
