package dev.paddock.proxy.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One session's table of hosts: blocked domains, intercepted hosts, and which of all others are
 * tunnelled. Immutable.
 */
public final class HostRules {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final List<InterceptedHost> intercepted;
  private final Set<InterceptedHost> foreign;
  private final HostTable<Boolean> blocked;
  private final HostTable<InterceptedHost> table;
  private final HostTable<Boolean> listed;
  private final NetworkMode network;

  private HostRules(SessionPolicy policy) {
    network = policy.network();
    var onList =
        network == NetworkMode.LISTED
            ? Stream.concat(ListedHosts.standard().stream(), policy.listed().stream()).toList()
            : List.<HostPattern>of();
    listed = new HostTable<>(all(onList.stream()));
    foreign =
        StandardHosts.foreign(policy).stream()
            .filter(
                h -> network == NetworkMode.OPEN || onList.stream().anyMatch(h.pattern()::meets))
            .collect(Collectors.toUnmodifiableSet());
    intercepted = Stream.concat(StandardHosts.own(policy).stream(), foreign.stream()).toList();
    table =
        new HostTable<>(
            intercepted.stream()
                .collect(Collectors.toMap(InterceptedHost::pattern, Function.identity())));
    blocked = new HostTable<>(withAllBelow(StandardHosts.blocked()));
  }

  /** The hosts that Paddock knows, for a session with this policy. */
  public static HostRules of(SessionPolicy policy) {
    return new HostRules(policy);
  }

  /** What becomes of a CONNECT to the target. */
  public ConnectDecision connect(Target target) {
    var name = target.host();
    if (blocked.find(name) != null) {
      return new ConnectDecision.Refuse(name + " is blocked: it only collects telemetry");
    }
    var host = table.find(name);
    if (host == null || foreign.contains(host)) {
      var decision = others(target);
      if (host == null || decision instanceof ConnectDecision.Refuse) {
        return decision;
      }
    }
    return target.port() == HTTPS
        ? new ConnectDecision.Intercept(host)
        : new ConnectDecision.Refuse(
            name + " is reached by https on port 443 only, not on port " + target.port());
  }

  /** Why a plain http request to the target is refused; empty where it is not. */
  public Optional<String> refusedInClear(Target target) {
    return switch (connect(target)) {
      case ConnectDecision.Refuse(var reason) -> Optional.of(reason);
      case ConnectDecision.Intercept i -> Optional.of(target.host() + " is reached by https only");
      case ConnectDecision.Tunnel() -> Optional.empty();
    };
  }

  /** Whether the target is a provider of models, which some reach by a proxy of their own only. */
  public boolean isProvider(Target target) {
    var host = table.find(target.host());
    return host != null && host.isProvider();
  }

  /** All intercepted hosts. */
  public List<HostPattern> intercepted() {
    return intercepted.stream().map(InterceptedHost::pattern).toList();
  }

  /** What becomes of requests to each intercepted host, in the order of their names. */
  public List<HostRule> table() {
    return intercepted.stream()
        .map(h -> foreign.contains(h) ? HostRule.foreign(h) : HostRule.of(h))
        .sorted(Comparator.comparing(HostRule::hosts))
        .toList();
  }

  /** The domains that are refused, with all below them. */
  public List<String> blockedDomains() {
    return StandardHosts.blocked();
  }

  private ConnectDecision others(Target target) {
    return switch (network) {
      case OPEN -> new ConnectDecision.Tunnel();
      case OFFLINE ->
          new ConnectDecision.Refuse(
              target.host() + " is out of reach: the session is offline but for its provider");
      case LISTED ->
          listed.find(target.host()) != null && isWeb(target)
              ? new ConnectDecision.Tunnel()
              : new ConnectDecision.Refuse(
                  target.authority() + " is not on the session's list of hosts");
    };
  }

  private static boolean isWeb(Target target) {
    return target.port() == HTTPS || target.port() == HTTP;
  }

  private static Map<HostPattern, Boolean> withAllBelow(List<String> domains) {
    return all(
        domains.stream().flatMap(d -> Stream.of(HostPattern.exactly(d), HostPattern.below(d))));
  }

  private static Map<HostPattern, Boolean> all(Stream<HostPattern> patterns) {
    var entries = new HashMap<HostPattern, Boolean>();
    patterns.forEach(p -> entries.put(p, true));
    return entries;
  }
}
