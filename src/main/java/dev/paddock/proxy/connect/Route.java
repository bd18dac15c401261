package dev.paddock.proxy.connect;

import dev.paddock.proxy.rule.Target;

/** A way to a server. */
public sealed interface Route {
  /** Where it ends. */
  Target target();

  /** Straight there, bytes as they are; for tunnels both directions end on their own. */
  record Tunnel(Target target) implements Route {}

  /** Straight there, http in clear. */
  record Clear(Target target) implements Route {}

  /** Straight there, over TLS. */
  record Secure(Target target) implements Route {}

  /** Over TLS through a CONNECT of the user's proxy. */
  record SecureThrough(UpstreamProxy proxy, Target target) implements Route {}
}
