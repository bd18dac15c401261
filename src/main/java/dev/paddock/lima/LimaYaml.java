package dev.paddock.lima;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The parts of Lima's configuration that a clone shares with what it was cloned from. */
final class LimaYaml {
  static final YAMLMapper MAPPER =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  /** QEMU's own DNS, which asks the host's resolver. */
  private static final String QEMU_DNS = "192.168.5.3";

  /** Nobody listens there, so that a lookup fails at once and not after a long wait. */
  private static final String NO_DNS = "127.0.0.1";

  private LimaYaml() {}

  /** A rule that ignores every port: the first rule that matches wins, so it stands first. */
  static ObjectNode forwardNothing() {
    var rule = MAPPER.createObjectNode();
    rule.put("guestIP", "0.0.0.0").put("guestIPMustBeZero", false);
    rule.putArray("guestPortRange").add(1).add(65_535);
    return rule.put("proto", "any").put("ignore", true);
  }

  /** Lima's own resolver stays off under QEMU: it opens ports on the host's loopback. */
  static void setNameResolution(ObjectNode root, VmType type, boolean on) {
    root.putObject("hostResolver").put("enabled", on && type == VmType.VZ);
    var servers = root.putArray("dns");
    if (!on) {
      servers.add(NO_DNS);
    } else if (type == VmType.QEMU) {
      servers.add(QEMU_DNS);
    }
  }

  /** Under vz Lima shares the folders; under QEMU our wrapper does. */
  static void setFolders(ObjectNode root, List<SharedFolder> folders) {
    var mounts = root.putArray("mounts");
    if (folders.isEmpty()) {
      return;
    }
    root.put("mountType", "virtiofs");
    for (var folder : folders) {
      mounts
          .addObject()
          .put("location", folder.hostPath().toString())
          .put("mountPoint", folder.staging())
          .put("writable", !folder.readOnly());
    }
  }

  static ObjectNode read(Path file) throws IOException {
    if (MAPPER.readTree(file.toFile()) instanceof ObjectNode root) {
      return root;
    }
    throw new IOException("not a configuration of Lima: " + file);
  }

  static void write(Path file, ObjectNode root) throws IOException {
    AtomicFile.write(file, MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
  }
}
