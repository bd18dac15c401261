package dev.paddock.proxy.connect;

import java.nio.file.Path;

/** Where a session's listener is reached. */
public sealed interface ListenAddress {
  /** A socket file, mode 0600, in a folder that only its owner can enter. */
  record UnixSocket(Path path) implements ListenAddress {}

  /** A TCP port of 127.0.0.1; 0 takes any free one. */
  record Loopback(int port) implements ListenAddress {}
}
