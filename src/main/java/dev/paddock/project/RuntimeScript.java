package dev.paddock.project;

import java.nio.file.Path;

/**
 * A project's {@code .claude-vm.runtime.sh}, which runs in the VM just before the agent.
 *
 * @param path the file on the host
 * @param text its content as it was read; what runs is this text, not the file
 * @param sha256 of the content, in hex
 * @param approval whether it may run without asking
 */
public record RuntimeScript(Path path, String text, String sha256, Approval approval) {
  /** What a person said of the script so far. */
  public enum Approval {
    /** Allowed, and unchanged since. */
    ALLOWED,
    /** Never asked. */
    NEW,
    /** Another content was allowed before. */
    CHANGED
  }
}
