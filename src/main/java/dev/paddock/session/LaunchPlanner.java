package dev.paddock.session;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ByteSize;
import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.project.RuntimeScripts;
import dev.paddock.proxy.ProxyFacts;
import dev.paddock.template.TemplateStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** Turns a request into a plan by reading the host; it changes nothing. */
public final class LaunchPlanner {
  /** What agent-vm gives a VM whose memory does not move. */
  private static final ByteSize USUAL_MEMORY = ByteSize.ofGiB(4);

  private final ProjectReader projects;
  private final TemplateStore templates;
  private final Map<CredentialKind, CredentialSource> credentials;
  private final ProxyFacts proxy;
  private final SecureRandom random = new SecureRandom();

  /** A planner for this person. */
  public LaunchPlanner(
      AppFolders folders,
      TemplateStore templates,
      Map<CredentialKind, CredentialSource> credentials,
      ProxyFacts proxy) {
    this.projects = new ProjectReader(folders, new RuntimeScripts(folders.state()));
    this.templates = templates;
    this.credentials = Map.copyOf(credentials);
    this.proxy = proxy;
  }

  /**
   * Decides everything for this request.
   *
   * @throws ExplainedException where a folder may not be mounted, or the template is missing
   */
  public LaunchPlan plan(LaunchRequest request) throws ExplainedException {
    var mounts = projects.mounts(request);
    var project = mounts.getFirst().path();
    var template = templates.require();
    var ceiling = ByteSize.ofGiB(template.manifest().choices().memoryGiB());
    var usual = ceiling.compareTo(USUAL_MEMORY) < 0 ? ceiling : USUAL_MEMORY;
    return new LaunchPlan(
        SessionId.create(request.agent(), random),
        template,
        mounts,
        projects.stateFolder(project),
        request.agent(),
        request.agent().command(request.arguments()),
        request.memory().orElse(usual),
        credentials(request),
        new NetworkPlan(proxy.intercepted(), proxy.blocked(), proxy.upstreamProxy()),
        request.git() ? projects.repositories(mounts) : List.of(),
        projects.runtimeScript(project));
  }

  private List<CredentialStatus> credentials(LaunchRequest request) {
    return credentials.entrySet().stream()
        .filter(e -> request.agent().credentials().contains(e.getKey()))
        .map(e -> CredentialStatus.of(e.getKey(), e.getValue()))
        .toList();
  }
}
