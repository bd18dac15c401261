package dev.paddock.lima;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A UNIX socket that answers with what it gets. */
final class EchoSocket implements AutoCloseable {
  private final ServerSocketChannel server;

  EchoSocket(Path path) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    Thread.startVirtualThread(this::serve);
  }

  private void serve() {
    try {
      while (true) {
        var client = server.accept();
        Thread.startVirtualThread(() -> echo(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void echo(SocketChannel client) {
    try (client) {
      var bytes = ByteBuffer.allocate(1024);
      while (client.read(bytes) >= 0) {
        client.write(bytes.flip());
        bytes.clear();
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
