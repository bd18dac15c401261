package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.ByteSize;
import dev.paddock.base.UserError;
import dev.paddock.lima.LimaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The room on the disk where VMs lie.
 *
 * @param folder made where it is missing
 */
record Room(Path folder) {

  /** Free bytes; very many where the system does not tell. */
  long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Refuses a disk that a build would fill. */
  void require(ByteSize needed) throws TemplateException {
    try {
      AtomicFile.privateFolder(folder);
    } catch (IOException e) {
      throw TemplateException.file("The folder " + folder + " cannot be used.", e);
    }
    var free = new ByteSize(free());
    if (free.compareTo(needed) < 0) {
      throw TemplateException.diskFull(
          folder, free + " are free, and a build needs " + needed + ".");
    }
  }

  /** The failure of a build that was stopped for want of room. */
  TemplateException exhausted() {
    return TemplateException.diskFull(folder, "The disk became full during the build.");
  }

  /** Whether a tool failed for want of room; Lima has only words for it. */
  static boolean wasExhausted(LimaException failure) {
    UserError error = failure.explain();
    var text = (error.why() + error.detail()).toLowerCase(Locale.ROOT);
    return text.contains("no space left on device");
  }
}
