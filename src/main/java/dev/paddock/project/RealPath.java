package dev.paddock.project;

import java.io.IOException;
import java.nio.file.Path;

/** Paths without links. */
final class RealPath {
  private RealPath() {}

  /** As far as it exists; a folder that is not there yet cannot be a link. */
  static Path of(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      var plain = folder.toAbsolutePath().normalize();
      var parent = plain.getParent();
      var name = plain.getFileName();
      return parent == null || name == null ? plain : of(parent).resolve(name);
    }
  }
}
