package dev.paddock.ui.launch;

import java.util.List;

/**
 * A part of a plan, to be read.
 *
 * @param kind what it is about
 * @param title of the part
 * @param lines safe to show
 */
public record PlanSection(Kind kind, String title, List<Line> lines) {
  /** What parts of a plan are about. */
  public enum Kind {
    /** The VM and what it is made from. */
    MACHINE,
    /** Folders of the host that the VM sees. */
    FOLDERS,
    /** What runs in the VM. */
    COMMAND,
    /** What the host has to offer. */
    CREDENTIALS,
    /** What the VM reaches. */
    NETWORK,
    /** Repositories of the folders. */
    REPOSITORIES,
    /** The project's own start script. */
    SCRIPT
  }

  /** How a line looks. */
  public enum Look {
    /** A sentence. */
    TEXT,
    /** A path, host or command. */
    CODE,
    /** Several lines of a file. */
    FILE,
    /** Beside the point. */
    NOTE,
    /** Something to look at. */
    WARNING
  }

  /**
   * A line.
   *
   * @param look how it is shown
   * @param text safe to show
   */
  public record Line(Look look, String text) {}

  /** Copies the list. */
  public PlanSection {
    lines = List.copyOf(lines);
  }
}
