package dev.paddock.lima;

/** What Lima says of an instance. */
public enum InstanceStatus {
  /** The VM and its host agent run. */
  RUNNING,
  /** Neither runs. */
  STOPPED,
  /** One of the two runs without the other: only a forced stop helps. */
  BROKEN,
  /** Lima cannot tell, for instance because the configuration cannot be read. */
  UNKNOWN;

  static InstanceStatus of(String text) {
    return switch (text) {
      case "Running" -> RUNNING;
      case "Stopped" -> STOPPED;
      case "Broken" -> BROKEN;
      default -> UNKNOWN;
    };
  }
}
