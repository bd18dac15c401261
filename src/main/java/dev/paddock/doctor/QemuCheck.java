package dev.paddock.doctor;

import dev.paddock.base.Command;
import dev.paddock.base.Commands;
import dev.paddock.base.ExplainedException;
import dev.paddock.lima.Arch;
import dev.paddock.lima.VmType;

/** QEMU, its disk tool, ssh, and the 9p device by which folders are shared. */
record QemuCheck(Commands commands) implements Check {
  private static final String DEVICE = "virtio-9p-pci";

  @Override
  public String id() {
    return "qemu";
  }

  @Override
  public String title() {
    return "QEMU and shared folders";
  }

  @Override
  public Finding look() throws ExplainedException, InterruptedException {
    if (VmType.host() == VmType.VZ) {
      return Finding.ok(id(), title(), "Apple's Virtualization framework is used instead.");
    }
    commands.run(Command.of("ssh", "-V"));
    commands.run(Command.of("qemu-img", "--version"));
    var qemu = "qemu-system-" + Arch.host().limaName();
    var version = commands.run(Command.of(qemu, "--version")).output().lines().findFirst();
    var devices = commands.run(Command.of(qemu, "-device", "help"));
    if (!(devices.output() + devices.errors()).contains(DEVICE)) {
      return new Finding(
          id(),
          title(),
          Finding.Status.FAIL,
          "This QEMU has no " + DEVICE + " device, by which folders are shared.",
          "Install the QEMU of your distribution with its 9p support.",
          "");
    }
    return Finding.ok(id(), title(), version.orElse("QEMU") + ", with " + DEVICE + ".");
  }
}
