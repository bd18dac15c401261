package dev.paddock.proxy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a connection attempt failed with into something to answer. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static ConnectFailure of(Throwable cause) {
    if (cause instanceof ConnectFailure failure) {
      return failure;
    }
    LOG.error("a connection failed in an unforeseen way", cause);
    return new ConnectFailure(ConnectFailure.Kind.UNREACHABLE, "the connection failed");
  }
}
