package dev.paddock.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A CONNECT proxy that needs a login and leads every host to one port of the loopback. */
public final class FakeUpstreamProxy implements AutoCloseable {
  private static final String LOGIN = "user:pass word";

  private final ServerSocket server;
  private final int target;
  private final List<String> connects = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  /** Leads to this port. */
  public FakeUpstreamProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** For {@code AI_HTTPS_PROXY}. */
  public String url() {
    return "http://user:pass%20word@127.0.0.1:" + server.getLocalPort();
  }

  /** Hosts and ports that were asked for with the right login. */
  public List<String> connects() {
    return connects;
  }

  /** Requests without it. */
  public List<String> refused() {
    return refused;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var head = head(client.getInputStream());
      var expected =
          "Proxy-Authorization: Basic "
              + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
      var lines = head.lines().toList();
      if (lines.stream().noneMatch(l -> l.equalsIgnoreCase(expected))) {
        refused.add(lines.getFirst());
        client
            .getOutputStream()
            .write(
                "HTTP/1.1 407 Login\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        return;
      }
      connects.add(lines.getFirst().split(" ", -1)[1]);
      try (var upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var back = Thread.startVirtualThread(() -> copy(upstream, client));
        copy(client, upstream);
        back.join();
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One side went away, and the other will notice.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no request");
      }
      head.append((char) c);
    }
    return head.toString();
  }
}
