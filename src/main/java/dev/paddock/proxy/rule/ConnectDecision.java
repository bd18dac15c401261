package dev.paddock.proxy.rule;

/** What becomes of a CONNECT. */
public sealed interface ConnectDecision {
  /** Bytes go through untouched. */
  record Tunnel() implements ConnectDecision {}

  /** The proxy ends TLS itself. */
  record Intercept(InterceptedHost host) implements ConnectDecision {}

  /** Answered with 403 and the reason. */
  record Refuse(String reason) implements ConnectDecision {}
}
