package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.rule.InterceptedHost.GitHub;
import dev.paddock.proxy.rule.InterceptedHost.TokenEndpoint;
import dev.paddock.proxy.rule.Placement.ApiKey;
import dev.paddock.proxy.rule.RequestDecision.Refuse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one session's connections and requests. Pure: the same question always has the
 * same answer. Heads are taken to have passed {@link HeadCheck}.
 */
public final class RequestRules {
  /** Told to the person and to the client. */
  public static final String MISPLACED =
      "a placeholder was sent to a host where it does not belong";

  /** Told to the person and to the client. */
  public static final String OF_ANOTHER_SESSION = "a placeholder of another session was sent";

  /** Told to the person and to the client. */
  public static final String UNKNOWN =
      "the session uses the host's credentials only, and this one is from elsewhere";

  private static final int HTTPS = 443;

  private final HostRules hosts;
  private final Placeholders placeholders;
  private final boolean onlyOurs;
  private final GitHubRules gitHub;

  /** The rules of the session that has these placeholders and this policy. */
  public RequestRules(Placeholders placeholders, SessionPolicy policy) {
    this.hosts = HostRules.of(policy);
    this.placeholders = placeholders;
    this.onlyOurs = policy.onlyOurCredentials();
    this.gitHub = new GitHubRules(policy.gitHub());
  }

  /** The table of hosts, which decides about connections. */
  public HostRules hosts() {
    return hosts;
  }

  /**
   * Decides about a request inside of TLS that the proxy has ended.
   *
   * @param target where the client's CONNECT leads
   * @param serverName what its TLS hello names, or null
   */
  public RequestDecision decide(Target target, @Nullable String serverName, RequestHead head) {
    if ((serverName != null && !serverName.equalsIgnoreCase(target.host()))
        || !HeadCheck.hostAgrees(head, target, HTTPS)) {
      return new Refuse(421, "CONNECT, TLS and the Host header do not name the same host");
    }
    return switch (hosts.connect(target)) {
      case ConnectDecision.Intercept(var host) -> decide(host, head);
      case ConnectDecision.Refuse(var reason) -> new Refuse(403, reason);
      case ConnectDecision.Tunnel() -> new RequestDecision.Pass();
    };
  }

  /** Decides about a request in clear, which never gets a credential. */
  public RequestDecision decideInClear(Target target, RequestHead head) {
    var refused = hosts.refusedInClear(target);
    if (refused.isPresent()) {
      return new Refuse(403, refused.get());
    }
    var sent = SentCredentials.of(head, placeholders);
    if (sent.ofAnotherSession()) {
      return new Refuse(403, OF_ANOTHER_SESSION);
    }
    return sent.kind() != null || sent.misplaced() ? misplaced() : new RequestDecision.Pass();
  }

  private RequestDecision decide(InterceptedHost host, RequestHead head) {
    // TRACE sends the head back, with the credential that we put there.
    if (head.method().equals("TRACE") || head.method().equals("CONNECT")) {
      return new Refuse(405, "the method is not allowed here");
    }
    if (!head.target().startsWith("/")) {
      return new Refuse(400, "the request target is not a path");
    }
    if (host instanceof InterceptedHost.Provider provider) {
      var sent = SentCredentials.of(head, placeholders);
      var refused = refused(sent, true);
      return refused == null ? guarded(decide(provider, sent), head) : refused;
    }
    var segments = StrictPath.segments(head.path());
    return segments.isEmpty()
        ? new Refuse(400, "the path is written in a way that servers read differently")
        : decide(host, head, segments.get());
  }

  private RequestDecision decide(InterceptedHost host, RequestHead head, List<String> segments) {
    var sent = SentCredentials.of(head, placeholders);
    var refused = refused(sent, host instanceof GitHub);
    if (refused != null) {
      return refused;
    }
    if (host instanceof GitHub(var pattern, var paths)) {
      return gitHub.decide(paths, head.method(), segments, sent);
    }
    if (sent.kind() != null) {
      return misplaced();
    }
    return host instanceof TokenEndpoint endpoint && isRefresh(endpoint, head, segments)
        ? new RequestDecision.AnswerRefresh(endpoint.kind())
        : new RequestDecision.Pass();
  }

  private static boolean isRefresh(
      TokenEndpoint endpoint, RequestHead head, List<String> segments) {
    return head.method().equals("POST")
        && ("/" + String.join("/", segments)).equals(endpoint.refreshPath());
  }

  private @Nullable RequestDecision refused(SentCredentials sent, boolean takesOurs) {
    if (sent.ofAnotherSession()) {
      return new Refuse(403, OF_ANOTHER_SESSION);
    }
    if (sent.misplaced()) {
      return misplaced();
    }
    return takesOurs && onlyOurs && sent.unknown() ? new Refuse(403, UNKNOWN) : null;
  }

  private static RequestDecision decide(InterceptedHost.Provider host, SentCredentials sent) {
    var kind = sent.kind();
    if (kind != null) {
      return host.credentials().contains(kind)
          ? new RequestDecision.Put(new CredentialUse.Login(kind), placement(kind, sent))
          : misplaced();
    }
    var missing = sent.any() ? null : host.whenMissing();
    return missing == null
        ? new RequestDecision.Pass()
        : new RequestDecision.Put(
            new CredentialUse.Login(missing), Placement.bearer(missing == CredentialKind.CLAUDE));
  }

  private static RequestDecision guarded(RequestDecision decision, RequestHead head) {
    return decision instanceof RequestDecision.Put && NewCredentials.atProvider(head.path())
        ? new Refuse(403, NewCredentials.REFUSED)
        : decision;
  }

  private static Placement placement(CredentialKind kind, SentCredentials sent) {
    return kind == CredentialKind.CLAUDE && sent.placement().apiKey() != ApiKey.KEEP
        ? sent.placement().forClaudeLogin()
        : sent.placement();
  }

  static RequestDecision misplaced() {
    return new Refuse(403, MISPLACED);
  }
}
