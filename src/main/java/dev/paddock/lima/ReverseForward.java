package dev.paddock.lima;

import java.nio.file.Path;

/**
 * A port on the guest's loopback that leads to a socket of ours on the host.
 *
 * @param guestPort on 127.0.0.1 in the guest
 * @param hostSocket a UNIX socket, absolute
 */
public record ReverseForward(int guestPort, Path hostSocket) {

  /** Refuses what ssh would misread. */
  public ReverseForward {
    if (guestPort < 1 || guestPort > 65_535) {
      throw new IllegalArgumentException("not a port");
    }
    if (!hostSocket.isAbsolute()
        || hostSocket.toString().chars().anyMatch(c -> c < ' ' || ":\\%$".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("not a socket's path");
    }
  }

  String argument() {
    return "127.0.0.1:" + guestPort + ":" + hostSocket;
  }
}
