package dev.paddock.doctor;

import dev.paddock.lima.VmType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hardware virtualisation: without it a VM works, many times slower. */
record AccelerationCheck() implements Check {
  private static final Path KVM = Path.of("/dev/kvm");

  @Override
  public String id() {
    return "acceleration";
  }

  @Override
  public String title() {
    return "Hardware virtualisation";
  }

  @Override
  public Finding look() {
    if (VmType.host() == VmType.VZ) {
      return Finding.ok(id(), title(), "Part of macOS.");
    }
    if (Files.isReadable(KVM) && Files.isWritable(KVM)) {
      return Finding.ok(id(), title(), "KVM can be used.");
    }
    if (Files.exists(KVM)) {
      return warning(
          "KVM is there, but you may not use it, so VMs are very slow.",
          "Join the group kvm, then sign out and in again.",
          "sudo usermod -aG kvm $USER");
    }
    return warning(
        "There is no KVM, so VMs are very slow.",
        "Switch virtualisation on in the firmware (VT-x or AMD-V), or nested virtualisation where"
            + " this is a VM itself.",
        "");
  }

  private Finding warning(String text, String fix, String command) {
    return new Finding(id(), title(), Finding.Status.WARN, text, fix, command);
  }
}
