package dev.paddock.proxy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a server could not be reached; the text is for the client and for people. */
final class ConnectFailure extends Exception {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectFailure.class);

  enum Kind {
    ADDRESS_REFUSED(403),
    UNRESOLVED(502),
    UNREACHABLE(502),
    TLS(502),
    UPSTREAM_PROXY(502),
    TIMEOUT(504);

    private final int status;

    Kind(int status) {
      this.status = status;
    }
  }

  private final Kind kind;

  ConnectFailure(Kind kind, String text) {
    super(text, null, false, false);
    this.kind = kind;
  }

  /** What a connection attempt failed with. */
  static ConnectFailure of(Throwable cause) {
    if (cause instanceof ConnectFailure failure) {
      return failure;
    }
    LOG.error("a connection failed in an unforeseen way", cause);
    return new ConnectFailure(Kind.UNREACHABLE, "the connection failed");
  }

  Kind kind() {
    return kind;
  }

  int status() {
    return kind.status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
