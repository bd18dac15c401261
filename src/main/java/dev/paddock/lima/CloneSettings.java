package dev.paddock.lima;

import dev.paddock.base.ByteSize;
import java.util.List;

/**
 * What a clone has of its own.
 *
 * @param cpus number of processors
 * @param memory fixed amount
 * @param folders shared with the host
 * @param restrictNetwork whether the host closes the guest's network; without effect under vz
 */
public record CloneSettings(
    int cpus, ByteSize memory, List<SharedFolder> folders, boolean restrictNetwork) {

  /** Copies the list. */
  public CloneSettings {
    folders = List.copyOf(folders);
  }
}
