package dev.paddock.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running session's sockets, in a folder of its owner's only.
 *
 * @param path of the folder
 */
record RunFolder(Path path) {
  /** What another process says at the control socket to end the session. */
  static final String STOP = "stop";

  /** What another process says there to be told of the session's requests. */
  static final String NETWORK = "network";

  /** The answer to a request that was understood. */
  static final String OK = "ok";

  static RunFolder of(Path root, SessionId id) {
    return new RunFolder(root.resolve(id.name()));
  }

  /** Where the session takes requests of other processes. */
  Path control() {
    return path.resolve("control.sock");
  }

  /** Where the session's proxy listens. */
  Path proxy() {
    return path.resolve("proxy.sock");
  }

  /** Where the session's proxy answers the guest's look-ups of names. */
  Path names() {
    return path.resolve("names.sock");
  }

  /** Removes the folder, which holds no folders; one that is not there is no error. */
  void delete() throws IOException {
    if (Files.isDirectory(path)) {
      try (var files = Files.newDirectoryStream(path)) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
