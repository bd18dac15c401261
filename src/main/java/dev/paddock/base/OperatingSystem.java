package dev.paddock.base;

/** What Paddock runs on, as far as it makes a difference. */
public enum OperatingSystem {
  /** Linux. */
  LINUX,
  /** macOS. */
  MAC,
  /** Something that nobody has tried. */
  OTHER;

  /** That of this machine. */
  public static OperatingSystem current() {
    var name = System.getProperty("os.name", "");
    return name.startsWith("Mac") ? MAC : name.equals("Linux") ? LINUX : OTHER;
  }
}
