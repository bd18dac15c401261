package dev.paddock.proxy;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A proxy on the loopback for each test, and what its servers have seen. */
@Tag("loopback")
abstract class ProxyOnLoopback {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir Path folder;
  Loopback loopback;
  final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @BeforeEach
  final void openLoopback() throws Exception {
    loopback = new Loopback(folder);
  }

  @AfterEach
  final void closeLoopback() throws Exception {
    loopback.close();
  }

  /** Lets the server with TLS note each request, and answer that it is well. */
  final void noteRequests() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      for (var message = peer.message(); !message.isEmpty(); message = peer.message()) {
        seen.add(message);
        peer.send(OK);
      }
    });
  }
}
