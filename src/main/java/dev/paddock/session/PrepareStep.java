package dev.paddock.session;

import dev.paddock.agent.AgentCommand;
import dev.paddock.agent.GuestFacts;
import dev.paddock.agent.StateLink;
import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.lima.SharedFolder;
import dev.paddock.lima.VmType;
import dev.paddock.project.RuntimeScript;
import dev.paddock.session.guest.LaunchScript;
import dev.paddock.session.guest.PrepareScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes the fresh VM ready for its agent, in one ssh exec. */
final class PrepareStep implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final LaunchPlan plan;
  private final SessionHost host;
  private final ProxyStep proxy;
  private final ConnectStep connect;
  private final RuntimeApproval approval;
  private final Map<String, String> terminal;

  PrepareStep(
      LaunchPlan plan,
      SessionHost host,
      ProxyStep proxy,
      ConnectStep connect,
      RuntimeApproval approval,
      Map<String, String> terminal) {
    this.plan = plan;
    this.host = host;
    this.proxy = proxy;
    this.connect = connect;
    this.approval = approval;
    this.terminal = Map.copyOf(terminal);
  }

  @Override
  public StepName name() {
    return StepName.PREPARE;
  }

  @Override
  public void run(Consumer<String> progress) throws ExplainedException, InterruptedException {
    progress.accept("asking for the project's own script");
    var runtime = approval.allowed(plan.runtimeScript()).map(RuntimeScript::text).orElse("");
    progress.accept("mounting folders, installing settings");
    var script = script(runtime).text();
    var result = connect.connection().run("exec sudo bash -c " + READ_ALL, bytes(script), LIMIT);
    if (!result.succeeded()) {
      throw new PrepareException(result.exitCode(), result.errors());
    }
  }

  @Override
  public void undo() {}

  private PrepareScript script(String runtime) throws InterruptedException {
    var script = new PrepareScript(Instant.now());
    for (SharedFolder folder : SharedFolders.of(plan)) {
      script.mount(folder, VmType.host());
    }
    script.proxy(proxy.access()).git(new HostGit(host.commands(), host.quietFolder()).identity());
    for (StateLink link : plan.agent().stateLinks()) {
      script.link(plan.stateFolder(), link);
    }
    var facts = facts();
    plan.agent().guestFiles(facts).forEach(script::file);
    var environment = new TreeMap<>(plan.command().environment());
    environment.putAll(plan.agent().environment(facts));
    var command = new AgentCommand(plan.command().argv(), environment);
    return script.launch(new LaunchScript(plan.project(), command, terminal).text(), runtime);
  }

  private GuestFacts facts() {
    return new GuestFacts(
        plan.project(),
        plan.stateFolder(),
        proxy.placeholders(),
        plan.credentials().stream()
            .filter(this::isUsable)
            .map(CredentialStatus::kind)
            .collect(Collectors.toSet()),
        GuestInstructions.of(plan));
  }

  /** Where an upstream proxy puts the credential on, Claude works without a login here too. */
  private boolean isUsable(CredentialStatus credential) {
    return credential.state() != CredentialStatus.State.ABSENT
        || (credential.kind() == CredentialKind.CLAUDE
            && plan.network().upstreamProxy().isPresent());
  }

  /** The script comes by standard input, so that no process list of the guest shows its secrets. */
  private static final String READ_ALL = "'eval \"$(cat)\"'";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
