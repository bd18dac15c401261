package dev.paddock.session;

import dev.paddock.agent.Agent;
import dev.paddock.base.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked for; nothing is looked up or decided yet.
 *
 * @param folder the project, any path that the person typed or dropped
 * @param agent what runs in the VM
 * @param arguments passed on to the agent, in order
 * @param mounts further folders to mount
 * @param memory of the VM, or empty for the usual
 * @param network which hosts it may reach
 * @param git whether the agent shall learn which repositories the folders belong to
 */
public record LaunchRequest(
    Path folder,
    Agent agent,
    List<String> arguments,
    List<Path> mounts,
    Optional<ByteSize> memory,
    NetworkRequest network,
    boolean git) {

  /** Copies the lists. */
  public LaunchRequest {
    arguments = List.copyOf(arguments);
    mounts = List.copyOf(mounts);
  }
}
