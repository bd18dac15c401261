package dev.paddock.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server on the loopback that treats every connection as a test tells it to. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Script script = (peer, number) -> {};

  /** What happens on a connection; it is closed afterwards. */
  @FunctionalInterface
  interface Script {
    void run(Wire peer, int number) throws Exception;
  }

  /** Speaks TLS where there is a context. */
  ScriptedServer(@Nullable SSLContext tls) throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    server =
        tls == null
            ? new ServerSocket(0, 512, loopback)
            : tls.getServerSocketFactory().createServerSocket(0, 512, loopback);
    Thread.startVirtualThread(this::accept);
  }

  void onConnection(Script next) {
    script = next;
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many connections came so far. */
  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var peer = server.accept();
        int number = connections.incrementAndGet();
        Thread.startVirtualThread(() -> run(peer, number));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void run(Socket peer, int number) {
    try (var wire = new Wire(peer)) {
      script.run(wire, number);
    } catch (Exception e) {
      // The test looks at what arrived, not at how the connection ended.
    }
  }
}
