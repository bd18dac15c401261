package dev.paddock.session;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ByteSize;
import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.project.RuntimeScripts;
import dev.paddock.proxy.rule.GitHubAccess;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.template.TemplateStore;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a request into a plan by reading the host; it changes nothing. */
public final class LaunchPlanner {
  /** What agent-vm gives a VM whose memory does not move. */
  private static final ByteSize USUAL_MEMORY = ByteSize.ofGiB(4);

  private final ProjectReader projects;
  private final AllowedHosts allowedHosts;
  private final TemplateStore templates;
  private final Map<CredentialKind, CredentialSource> credentials;
  private final Optional<String> upstreamProxy;
  private final SecureRandom random = new SecureRandom();

  /**
   * A planner for this person.
   *
   * @param upstreamProxy host and port of {@code AI_HTTPS_PROXY}, or empty
   */
  public LaunchPlanner(
      AppFolders folders,
      TemplateStore templates,
      Map<CredentialKind, CredentialSource> credentials,
      Optional<String> upstreamProxy) {
    this.projects = new ProjectReader(folders, new RuntimeScripts(folders.state()));
    this.allowedHosts = new AllowedHosts(folders);
    this.templates = templates;
    this.credentials = Map.copyOf(credentials);
    this.upstreamProxy = upstreamProxy;
  }

  /**
   * Decides everything for this request.
   *
   * @throws ExplainedException where a folder may not be mounted, the template is missing, or the
   *     person's own list of hosts cannot be used
   */
  public LaunchPlan plan(LaunchRequest request) throws ExplainedException {
    var mounts = projects.mounts(request);
    var project = mounts.getFirst().path();
    var template = templates.require();
    var ceiling = ByteSize.ofGiB(template.manifest().choices().memoryGiB());
    var usual = ceiling.compareTo(USUAL_MEMORY) < 0 ? ceiling : USUAL_MEMORY;
    var memory = request.memory().orElse(usual);
    MemoryException.check(memory, ceiling);
    return new LaunchPlan(
        SessionId.create(request.agent(), random),
        template,
        mounts,
        projects.stateFolder(project),
        request.agent(),
        request.agent().command(request.arguments()),
        memory,
        credentials(request),
        new NetworkPlan(policy(request), upstreamProxy),
        request.git() ? projects.repositories(mounts) : List.of(),
        projects.runtimeScript(project));
  }

  private SessionPolicy policy(LaunchRequest request) throws ExplainedException {
    var network = request.network();
    var listed = new HashSet<>(network.hosts());
    if (network.mode() == NetworkMode.LISTED) {
      listed.addAll(allowedHosts.read());
    }
    return new SessionPolicy(
        network.mode(),
        listed,
        request.agent().credentials(),
        GitHubAccess.none(),
        network.onlyOurCredentials());
  }

  private List<CredentialStatus> credentials(LaunchRequest request) {
    return credentials.entrySet().stream()
        .filter(e -> request.agent().credentials().contains(e.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(e -> CredentialStatus.of(e.getKey(), e.getValue()))
        .toList();
  }
}
