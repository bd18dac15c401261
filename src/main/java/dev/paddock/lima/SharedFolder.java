package dev.paddock.lima;

import dev.paddock.base.Shell;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A host folder that the guest mounts at the same path; confined to that folder by the host.
 *
 * @param tag names it between host and guest, such as {@code mount0}
 * @param hostPath absolute
 * @param readOnly enforced by the host
 */
public record SharedFolder(String tag, Path hostPath, boolean readOnly) {
  private static final Pattern TAG = Pattern.compile("[a-z][a-z0-9]{0,15}");

  /** Refuses tags and paths that QEMU or our files would misread. */
  public SharedFolder {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not a mount tag");
    }
    if (!hostPath.isAbsolute() || hostPath.toString().chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new IllegalArgumentException("not a path that can be mounted");
    }
  }

  /**
   * Shell commands that mount it in the guest, for root. A folder that is mounted already stays.
   */
  public String mountScript(VmType type) {
    var target = Shell.quote(hostPath.toString());
    var mount =
        switch (type) {
          case QEMU ->
              "mount -t 9p -o trans=virtio,version=9p2000.L,msize=524288,cache=mmap,access=any"
                  + (readOnly ? ",ro " : " ")
                  + tag
                  + " "
                  + target;
          case VZ -> "mount --bind " + staging() + " " + target;
        };
    return "mkdir -p -- " + target + "\nmountpoint -q -- " + target + " || " + mount + "\n";
  }

  /** Where Lima itself mounts it under vz: it writes paths unescaped into the guest's fstab. */
  String staging() {
    return "/mnt/paddock/" + tag;
  }
}
