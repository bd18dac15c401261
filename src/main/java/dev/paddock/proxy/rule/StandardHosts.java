package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.rule.InterceptedHost.GitHub;
import dev.paddock.proxy.rule.InterceptedHost.TokenEndpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The hosts that Paddock knows, as they are for one session. */
final class StandardHosts {
  private StandardHosts() {}

  /** Telemetry that agent-vm blocked, with all below. */
  static List<String> blocked() {
    return List.of("datadoghq.com");
  }

  static List<InterceptedHost> intercepted(SessionPolicy policy) {
    // Where no credential could be put, a host's bytes are none of our business.
    var hosts = new ArrayList<>(providers().stream().filter(h -> concerns(policy, h)).toList());
    boolean offline = policy.network() == NetworkMode.OFFLINE;
    boolean gitHub = policy.onlyOurCredentials() || !policy.gitHub().isNone();
    if (policy.logins().contains(CredentialKind.COPILOT) || (gitHub && !offline)) {
      hosts.add(
          new GitHub(
              HostPattern.exactly("api.github.com"),
              offline ? GitHubPaths.API_OF_COPILOT : GitHubPaths.API));
    }
    if (gitHub && !offline) {
      hosts.addAll(gitHub());
    }
    return List.copyOf(hosts);
  }

  private static boolean concerns(SessionPolicy policy, InterceptedHost host) {
    return policy.onlyOurCredentials()
        || switch (host) {
          case InterceptedHost.Provider provider ->
              !Collections.disjoint(provider.credentials(), policy.logins());
          case TokenEndpoint endpoint -> policy.logins().contains(endpoint.kind());
          case GitHub gitHub -> true;
        };
  }

  private static List<InterceptedHost> providers() {
    var claude = Set.of(CredentialKind.CLAUDE);
    var codex = Set.of(CredentialKind.CODEX);
    var copilot = Set.of(CredentialKind.COPILOT);
    return List.of(
        new InterceptedHost.Provider(
            HostPattern.exactly("api.anthropic.com"), claude, CredentialKind.CLAUDE),
        new InterceptedHost.Provider(HostPattern.exactly("mcp-proxy.anthropic.com"), claude, null),
        new TokenEndpoint(
            HostPattern.exactly("platform.claude.com"), CredentialKind.CLAUDE, "/v1/oauth/token"),
        new InterceptedHost.Provider(
            HostPattern.exactly("api.openai.com"),
            Set.of(CredentialKind.OPENAI, CredentialKind.CODEX),
            null),
        new InterceptedHost.Provider(HostPattern.exactly("chatgpt.com"), codex, null),
        new InterceptedHost.Provider(HostPattern.below("chatgpt.com"), codex, null),
        new TokenEndpoint(
            HostPattern.exactly("auth.openai.com"), CredentialKind.CODEX, "/oauth/token"),
        new InterceptedHost.Provider(HostPattern.below("githubcopilot.com"), copilot, null));
  }

  private static List<InterceptedHost> gitHub() {
    return List.of(
        new GitHub(HostPattern.exactly("github.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("raw.githubusercontent.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("codeload.github.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("uploads.github.com"), GitHubPaths.UPLOADS));
  }
}
