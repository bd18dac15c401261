package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import java.time.Duration;
import java.time.Instant;

/**
 * What people are told about a session's requests: no header values, no bodies, no queries, and
 * text that the guest chose only escaped and cut to a length that fits a line.
 */
public sealed interface ProxyEvent {
  /** When it happened. */
  Instant time();

  /** How a request was handled. */
  enum Handling {
    /** Bytes went through unseen. */
    TUNNELLED,
    /** Forwarded with what the client sent. */
    FORWARDED,
    /** Forwarded with the host's credential. */
    CREDENTIAL_PUT,
    /** Answered by the proxy itself. */
    ANSWERED,
    /** Not let through; the reason is in a {@link Refused} of its own. */
    REFUSED
  }

  /** Which request: {@code path} is empty for tunnels and has no query. */
  record RequestLine(String host, String method, String path) {}

  /** Bytes of bodies (of everything, for tunnels) and the time from the first to the last. */
  record Traffic(long sent, long received, Duration duration) {}

  /** A request or a tunnel has ended; status 0 means that no answer came. */
  record RequestDone(
      Instant time, RequestLine request, Handling handling, int status, Traffic traffic)
      implements ProxyEvent {}

  /** A connection or a request was not let through. */
  record Refused(Instant time, String host, String reason) implements ProxyEvent {}

  /** The host has no login that could be put on a request. */
  record LoginUnavailable(Instant time, CredentialKind kind, String reason) implements ProxyEvent {}

  /** An answer held the real credential, which was taken out. */
  record SecretInAnswer(Instant time, String host) implements ProxyEvent {}
}
