package dev.paddock.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** HTTP/1.1 by hand over a socket: tests see and send exactly the bytes they mean. */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  Socket socket() {
    return socket;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** A head with its empty line, or what came before the end. */
  String head() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  String exactly(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  /** A head and the body that its Content-Length announces. */
  String message() throws IOException {
    var head = head();
    return head + exactly(header(head, "content-length").map(Integer::parseInt).orElse(0));
  }

  byte[] rest() throws IOException {
    return in.readAllBytes();
  }

  String restText() throws IOException {
    return new String(rest(), StandardCharsets.ISO_8859_1);
  }

  InputStream in() {
    return in;
  }

  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  static Optional<String> header(String head, String name) {
    return head.lines()
        .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(l -> l.substring(name.length() + 1).strip())
        .findFirst();
  }

  static int status(String head) {
    return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
