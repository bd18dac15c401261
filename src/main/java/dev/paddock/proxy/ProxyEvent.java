package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.usage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

  /**
   * How much, and how long it took.
   *
   * @param sent bytes of the request's body, or all of a tunnel's from the guest
   * @param received bytes of the answer's body, or all of a tunnel's to the guest
   * @param untilAnswer until the answer began; all the time where none came
   * @param duration until the end
   */
  record Traffic(long sent, long received, Duration untilAnswer, Duration duration) {}

  /**
   * A request or a tunnel has ended; never one that was {@link Handling#REFUSED}.
   *
   * @param status of the answer; 0 means that none came
   * @param tokens where the provider tells them in a form that can be read as it passes
   */
  record RequestDone(
      Instant time,
      RequestLine request,
      Handling handling,
      int status,
      Traffic traffic,
      Optional<Tokens> tokens)
      implements ProxyEvent {}

  /**
   * A connection or a request was not let through; told at once.
   *
   * @param request only the host where it was a connection, or no well-formed request
   * @param status that the guest is answered with; 0 where there is nothing to answer
   */
  record Refused(Instant time, RequestLine request, int status, String reason)
      implements ProxyEvent {
    /** Where it was to go; empty where that is not known. */
    public String host() {
      return request.host();
    }
  }

  /** The host has no login that could be put on a request. */
  record LoginUnavailable(Instant time, CredentialKind kind, String reason) implements ProxyEvent {}

  /** An answer held the real credential, which was taken out. */
  record SecretInAnswer(Instant time, String host) implements ProxyEvent {}
}
