package dev.paddock.template;

import dev.paddock.lima.InstanceFolder;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What a run of a VM leaves in its folder and a template has no use for: the settings for QEMU
 * above all, for they opened the network.
 */
final class BuildLeavings {
  private static final String PATTERN =
      "{*.log,*.sock,*.pid,cidata.iso,ssh.config,paddock-*,vncdisplay,vncpassword}";

  private BuildLeavings() {}

  static void remove(InstanceFolder folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder.path(), PATTERN)) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
  }
}
