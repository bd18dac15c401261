package dev.paddock.session;

import dev.paddock.agent.Agent;
import dev.paddock.agent.AgentCommand;
import dev.paddock.base.ByteSize;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.github.Repository;
import dev.paddock.project.Mount;
import dev.paddock.project.RuntimeScript;
import dev.paddock.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Every decision of a launch, with nothing done yet: {@code --dry-run} prints it, the launch sheet
 * shows it, the runner carries it out.
 *
 * @param id names the session, its VM and its lease
 * @param template what the VM is cloned from
 * @param mounts the project first, then the further folders
 * @param stateFolder where the agent's history of this project stays, in agent-vm's layout
 * @param agent what runs in the VM
 * @param command how it is started there
 * @param memory of the VM
 * @param credentials what the host has to offer, by name and state, never by value
 * @param network what the guest may reach
 * @param repositories found in the mounted folders; empty without git
 * @param runtimeScript the project's own start script, or empty
 */
public record LaunchPlan(
    SessionId id,
    Template template,
    List<Mount> mounts,
    Path stateFolder,
    Agent agent,
    AgentCommand command,
    ByteSize memory,
    List<CredentialStatus> credentials,
    NetworkPlan network,
    List<Repository> repositories,
    Optional<RuntimeScript> runtimeScript) {

  /** Copies the lists. */
  public LaunchPlan {
    mounts = List.copyOf(mounts);
    credentials = List.copyOf(credentials);
    repositories = List.copyOf(repositories);
  }

  /** The project's folder: the agent's working folder, the same path on the host and in the VM. */
  public Path project() {
    return mounts.getFirst().path();
  }
}
