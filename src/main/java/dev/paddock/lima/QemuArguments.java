package dev.paddock.lima;

import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What QEMU shall get beyond Lima's own arguments, handed to the wrapper in a file of the instance.
 *
 * @param restrictNetwork whether the guest is cut off from everything but ssh from the host
 * @param folders shared by 9p
 */
public record QemuArguments(boolean restrictNetwork, List<SharedFolder> folders) {
  /** Most folders of one VM: slots 0x0a to 0x0d of the PCI bus, eight functions each. */
  public static final int MAX_FOLDERS = 32;

  /** Lima's devices take the first free slots, in order; ours stay clear of them. */
  private static final int FIRST_SLOT = 0x0a;

  private static final String HEADER = "paddock-qemu 1 restrict=";
  private static final String END = "end";

  /** Copies the list. */
  public QemuArguments {
    folders = List.copyOf(folders);
    if (folders.size() > MAX_FOLDERS) {
      throw new IllegalArgumentException("more than " + MAX_FOLDERS + " shared folders");
    }
    if (folders.stream().map(SharedFolder::tag).distinct().count() < folders.size()) {
      throw new IllegalArgumentException("two shared folders with one tag");
    }
  }

  /** Writes the file that the wrapper reads when the VM starts. */
  public void write(InstanceFolder instance) throws LimaException.Disk {
    try {
      AtomicFile.write(instance.qemuArguments(), text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LimaException.Disk("The settings of the VM could not be written", e);
    }
  }

  String text() {
    var lines = new ArrayList<String>();
    lines.add(HEADER + (restrictNetwork ? "on" : "off"));
    // The wrapper looks at each folder once more: a guest of another session may have put a link in
    // its place since it was checked.
    folders.forEach(f -> lines.add("folder " + f.hostPath()));
    for (int i = 0; i < folders.size(); i++) {
      device(i, folders.get(i)).forEach(a -> lines.add("argument " + a));
    }
    lines.add(END);
    // SharedFolder refuses control characters, so no value can hold a line break.
    return String.join("\n", lines) + "\n";
  }

  private static List<String> device(int index, SharedFolder folder) {
    var id = "paddock-" + folder.tag();
    // QEMU's own escape for a comma in a value.
    var path = folder.hostPath().toString().replace(",", ",,");
    var function = index % 8;
    return List.of(
        "-fsdev",
        "local,id="
            + id
            + ",path="
            + path
            + ",security_model=none,multidevs=remap"
            + (folder.readOnly() ? ",readonly=on" : ""),
        "-device",
        "virtio-9p-pci,fsdev="
            + id
            + ",mount_tag="
            + folder.tag()
            + String.format(",addr=0x%02x.%d", FIRST_SLOT + index / 8, function)
            + (function == 0 ? ",multifunction=on" : ""));
  }
}
