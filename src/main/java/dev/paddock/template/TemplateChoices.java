package dev.paddock.template;

import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.base.OperatingSystem;
import java.util.List;
import java.util.Optional;

/**
 * What a person can choose of a template.
 *
 * @param minimal only git, curl, jq, gh and the agents
 * @param diskGiB size of the disk
 * @param memoryGiB ceiling of a VM's memory
 * @param image a file or URL to use in place of the pinned Debian image
 * @param agents commands of the agents to install
 */
public record TemplateChoices(
    boolean minimal, int diskGiB, int memoryGiB, Optional<String> image, List<String> agents) {

  /** GiB, where nobody says another size. */
  public static final int USUAL_DISK = 30;

  /** Copies the list. */
  public TemplateChoices {
    agents = List.copyOf(agents);
  }

  /**
   * What most people take: a disk of 30 GiB, all agents, and agent-vm's ceilings of memory, 16 GiB
   * where a balloon can move it, else 4.
   */
  public static TemplateChoices usual(Agents agents) {
    var installable =
        agents.all().stream().filter(a -> !a.packages().isEmpty()).map(Agent::id).toList();
    int memory = OperatingSystem.current() == OperatingSystem.MAC ? 4 : 16;
    return new TemplateChoices(false, USUAL_DISK, memory, Optional.empty(), installable);
  }
}
