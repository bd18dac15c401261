package dev.paddock.proxy.connect;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a server could not be reached; the text is for the client and for people. */
public final class ConnectFailure extends Exception {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectFailure.class);

  /** What went wrong, with the status of the answer. */
  public enum Kind {
    /** Not on the public internet. */
    ADDRESS_REFUSED(403),
    /** No address. */
    UNRESOLVED(502),
    /** No connection. */
    UNREACHABLE(502),
    /** No TLS that we trust. */
    TLS(502),
    /** The user's own proxy refused. */
    UPSTREAM_PROXY(502),
    /** No answer in time. */
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
  public static ConnectFailure of(Throwable cause) {
    if (cause instanceof ConnectFailure failure) {
      return failure;
    }
    LOG.error("a connection failed in an unforeseen way", cause);
    return new ConnectFailure(Kind.UNREACHABLE, "the connection failed");
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Of the answer to the client. */
  public int status() {
    return kind.status;
  }

  /** One clause, safe to show. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
