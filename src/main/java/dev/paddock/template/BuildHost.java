package dev.paddock.template;

import dev.paddock.agent.Agents;
import dev.paddock.base.AppFolders;
import dev.paddock.base.Commands;
import dev.paddock.base.ProcessStarter;
import dev.paddock.lima.Limactl;
import java.util.Map;

/**
 * The parts of this machine that a build uses.
 *
 * @param folders where Paddock's files lie
 * @param environment of this process
 * @param agents that can be installed
 * @param limactl makes and runs the build's VM
 * @param commands run ssh to the end
 * @param starter starts the ssh that stays
 */
public record BuildHost(
    AppFolders folders,
    Map<String, String> environment,
    Agents agents,
    Limactl limactl,
    Commands commands,
    ProcessStarter starter) {

  /** The room on the disk of the VMs. */
  Room room() {
    return new Room(folders.lima());
  }
}
