package dev.paddock.lima;

/** A processor architecture that VMs can have: the host's own, for emulation is too slow. */
public enum Arch {
  /** 64-bit Intel and AMD. */
  X86_64("x86_64"),
  /** 64-bit ARM. */
  AARCH64("aarch64");

  private final String limaName;

  Arch(String limaName) {
    this.limaName = limaName;
  }

  /** As Lima writes it. */
  public String limaName() {
    return limaName;
  }

  /** This machine's. */
  public static Arch host() {
    var name = System.getProperty("os.arch", "");
    return name.equals("aarch64") || name.equals("arm64") ? AARCH64 : X86_64;
  }
}
