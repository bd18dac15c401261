package dev.paddock.lima;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.ByteSize;

/**
 * A VM to be made from an image.
 *
 * @param type what runs it
 * @param arch its processors
 * @param image what it begins with
 * @param cpus number of processors
 * @param memory fixed amount
 * @param disk size of the disk, which takes room as it fills
 * @param nameResolution whether the guest can ask DNS: for building a template only
 */
public record VmSpec(
    VmType type,
    Arch arch,
    VmImage image,
    int cpus,
    ByteSize memory,
    ByteSize disk,
    boolean nameResolution) {

  /** The text of Lima's configuration file. */
  public String yaml() {
    var root = LimaYaml.MAPPER.createObjectNode();
    root.put("minimumLimaVersion", LimaVersion.OLDEST.toString());
    root.put("vmType", type.limaName()).put("os", "Linux").put("arch", arch.limaName());
    addImage(root);
    root.put("cpus", cpus)
        .put("memory", memory.mebibytes() + "MiB")
        .put("disk", disk.mebibytes() + "MiB");
    root.putArray("mounts");
    // Without plain mode Lima runs a daemon in the guest that the host talks to, forwards ports and
    // changes the guest at each boot. vz cannot do without: plain mode drops its mounts.
    root.put("plain", type == VmType.QEMU);
    root.putObject("containerd").put("system", false).put("user", false);
    root.putObject("ssh")
        .put("localPort", 0)
        .put("loadDotSSHPubKeys", false)
        .put("forwardAgent", false)
        .put("forwardX11", false);
    root.put("propagateProxyEnv", false).put("upgradePackages", false);
    root.putObject("video").put("display", "none");
    root.putObject("user").put("name", GuestUser.NAME).put("home", GuestUser.HOME);
    root.putArray("portForwards").add(LimaYaml.forwardNothing());
    LimaYaml.setNameResolution(root, type, nameResolution);
    return text(root);
  }

  private void addImage(ObjectNode root) {
    var entry = root.putArray("images").addObject();
    entry.put("location", image.location()).put("arch", arch.limaName());
    image.digest().ifPresent(d -> entry.put("digest", d));
    image
        .kernel()
        .ifPresent(k -> {
          entry
              .putObject("kernel")
              .put("location", k.file().toString())
              .put("cmdline", k.commandLine());
          entry.putObject("initrd").put("location", k.initrd().toString());
        });
    root.putObject("firmware").put("legacyBIOS", image.legacyBios());
  }

  private static String text(ObjectNode root) {
    try {
      return LimaYaml.MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
