package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of hosts: blocked ones with all below them, intercepted ones, all others tunnelled. */
public final class HostRules {
  private static final int HTTPS = 443;

  private final List<String> blocked;
  private final Map<String, InterceptedHost> intercepted;

  /** A table of blocked domains and intercepted hosts, names in normal form. */
  public HostRules(List<String> blocked, List<InterceptedHost> intercepted) {
    this.blocked = List.copyOf(blocked);
    this.intercepted =
        intercepted.stream()
            .collect(Collectors.toUnmodifiableMap(InterceptedHost::name, Function.identity()));
  }

  /** The hosts of Claude Code, and the telemetry that agent-vm blocked. */
  public static HostRules standard() {
    var claude = Set.of(CredentialKind.CLAUDE);
    return new HostRules(
        List.of("datadoghq.com"),
        List.of(
            new InterceptedHost("api.anthropic.com", claude, true, null),
            new InterceptedHost("mcp-proxy.anthropic.com", claude, false, null),
            new InterceptedHost("platform.claude.com", Set.of(), false, "/v1/oauth/token")));
  }

  /** What becomes of a CONNECT to the target. */
  public ConnectDecision connect(Target target) {
    var host = intercepted.get(target.host());
    if (isBlocked(target.host())) {
      return new ConnectDecision.Refuse(target.host() + " is blocked: it only collects telemetry");
    }
    if (host == null) {
      return new ConnectDecision.Tunnel();
    }
    return target.port() == HTTPS
        ? new ConnectDecision.Intercept(host)
        : new ConnectDecision.Refuse(
            target.host() + " is reached by https on port 443 only, not on port " + target.port());
  }

  /** Why a plain http request to the target is refused; empty where it is not. */
  public Optional<String> refusedInClear(Target target) {
    if (connect(target) instanceof ConnectDecision.Refuse(var reason)) {
      return Optional.of(reason);
    }
    return intercepted.containsKey(target.host())
        ? Optional.of(target.host() + " is reached by https only")
        : Optional.empty();
  }

  /** The names of all intercepted hosts. */
  public Set<String> interceptedNames() {
    return intercepted.keySet();
  }

  /** The domains that are refused, with all below them. */
  public List<String> blockedDomains() {
    return blocked;
  }

  private boolean isBlocked(String host) {
    return blocked.stream().anyMatch(b -> host.equals(b) || host.endsWith("." + b));
  }
}
