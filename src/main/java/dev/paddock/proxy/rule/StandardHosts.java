package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.rule.InterceptedHost.GitHub;
import dev.paddock.proxy.rule.InterceptedHost.TokenEndpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that Paddock knows, as they are for one session. */
final class StandardHosts {
  private StandardHosts() {}

  /** Telemetry that agent-vm blocked, with all below. */
  static List<String> blocked() {
    return List.of("datadoghq.com");
  }

  /** Where one of the session's credentials could be put: reachable in every network mode. */
  static List<InterceptedHost> own(SessionPolicy policy) {
    var logins = policy.logins();
    boolean offline = policy.network() == NetworkMode.OFFLINE;
    boolean gitHub = !offline && !policy.gitHub().isNone();
    var hosts = new ArrayList<InterceptedHost>();
    providers().stream()
        .filter(p -> !Collections.disjoint(p.credentials(), logins))
        .forEach(hosts::add);
    tokenEndpoints().stream().filter(e -> logins.contains(e.kind())).forEach(hosts::add);
    if (gitHub || logins.contains(CredentialKind.COPILOT)) {
      hosts.add(gitHubApi(offline ? GitHubPaths.API_OF_COPILOT : GitHubPaths.API));
    }
    if (gitHub) {
      hosts.addAll(gitHub());
    }
    return List.copyOf(hosts);
  }

  /**
   * Where none could, but where a credential from elsewhere is to be refused. That opens none of
   * them: they are reached where any other host would be.
   */
  static List<InterceptedHost> foreign(SessionPolicy policy) {
    if (!policy.onlyOurCredentials() || policy.network() == NetworkMode.OFFLINE) {
      return List.of();
    }
    var own = own(policy).stream().map(InterceptedHost::pattern).collect(Collectors.toSet());
    var hosts = new ArrayList<InterceptedHost>(providers());
    hosts.addAll(tokenEndpoints());
    hosts.add(gitHubApi(GitHubPaths.API));
    hosts.addAll(gitHub());
    hosts.removeIf(h -> own.contains(h.pattern()));
    return List.copyOf(hosts);
  }

  private static List<InterceptedHost.Provider> providers() {
    var claude = Set.of(CredentialKind.CLAUDE);
    var codex = Set.of(CredentialKind.CODEX);
    var copilot = Set.of(CredentialKind.COPILOT);
    return List.of(
        new InterceptedHost.Provider(
            HostPattern.exactly("api.anthropic.com"), claude, CredentialKind.CLAUDE),
        new InterceptedHost.Provider(HostPattern.exactly("mcp-proxy.anthropic.com"), claude, null),
        new InterceptedHost.Provider(
            HostPattern.exactly("api.openai.com"),
            Set.of(CredentialKind.OPENAI, CredentialKind.CODEX),
            null),
        new InterceptedHost.Provider(HostPattern.exactly("chatgpt.com"), codex, null),
        new InterceptedHost.Provider(HostPattern.below("chatgpt.com"), codex, null),
        new InterceptedHost.Provider(HostPattern.below("githubcopilot.com"), copilot, null));
  }

  private static List<TokenEndpoint> tokenEndpoints() {
    return List.of(
        new TokenEndpoint(
            HostPattern.exactly("platform.claude.com"), CredentialKind.CLAUDE, "/v1/oauth/token"),
        new TokenEndpoint(
            HostPattern.exactly("auth.openai.com"), CredentialKind.CODEX, "/oauth/token"));
  }

  private static GitHub gitHubApi(GitHubPaths paths) {
    return new GitHub(HostPattern.exactly("api.github.com"), paths);
  }

  private static List<GitHub> gitHub() {
    return List.of(
        new GitHub(HostPattern.exactly("github.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("raw.githubusercontent.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("codeload.github.com"), GitHubPaths.WEB),
        new GitHub(HostPattern.exactly("uploads.github.com"), GitHubPaths.UPLOADS));
  }
}
