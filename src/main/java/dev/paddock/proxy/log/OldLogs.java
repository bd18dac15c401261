package dev.paddock.proxy.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;

/** The request logs of all sessions so far, of which only the newest are kept. */
final class OldLogs {
  private static final int KEPT = 80;

  private final Path folder;

  private record Aged(Path file, FileTime modified) {}

  OldLogs(Path folder) {
    this.folder = folder;
  }

  /** Deletes the oldest where there are too many; a missing folder has none. */
  void trim() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var logs = new ArrayList<Aged>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "requests-*.jsonl")) {
      for (var file : files) {
        logs.add(new Aged(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    logs.sort(Comparator.comparing(Aged::modified).reversed());
    for (var old : logs.subList(Math.min(KEPT, logs.size()), logs.size())) {
      Files.deleteIfExists(old.file());
    }
  }
}
