package dev.paddock.lima;

import java.util.List;

/**
 * An instance, as {@code limactl list} shows it.
 *
 * @param name its name
 * @param status whether it runs
 * @param sshPort on the host's loopback; 0 where it is not known
 * @param folder its files
 * @param vmType {@code qemu} or {@code vz}; empty where the configuration cannot be read
 * @param errors what Lima found wrong with it
 */
public record Instance(
    String name,
    InstanceStatus status,
    int sshPort,
    InstanceFolder folder,
    String vmType,
    List<String> errors) {

  /** Copies the list. */
  public Instance {
    errors = List.copyOf(errors);
  }
}
