package dev.paddock.template;

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

  /** Copies the list. */
  public TemplateChoices {
    agents = List.copyOf(agents);
  }
}
