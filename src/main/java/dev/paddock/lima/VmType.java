package dev.paddock.lima;

import dev.paddock.base.OperatingSystem;

/** What runs the VM. */
public enum VmType {
  /** QEMU, with our wrapper around it: the guest's network is closed by the host. */
  QEMU("qemu"),
  /** Apple's Virtualization framework: faster on a Mac, but its network cannot be closed. */
  VZ("vz");

  private final String limaName;

  VmType(String limaName) {
    this.limaName = limaName;
  }

  /** As Lima writes it. */
  public String limaName() {
    return limaName;
  }

  /** The usual one of this system. */
  public static VmType host() {
    return OperatingSystem.current() == OperatingSystem.MAC ? VZ : QEMU;
  }
}
