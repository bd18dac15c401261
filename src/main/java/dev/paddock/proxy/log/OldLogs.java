package dev.paddock.proxy.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The request logs of all sessions so far. What was written to within a day stays, for its session
 * may run; of the others only the newest files do.
 */
final class OldLogs {
  private static final int KEPT = 80;
  private static final Duration RECENT = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("(\\.\\d)?\\.jsonl$");

  private final Path folder;
  private final InstantSource time;

  private record Aged(Path file, Instant modified) {}

  OldLogs(Path folder, InstantSource time) {
    this.folder = folder;
    this.time = time;
  }

  /** Deletes the oldest where there are too many; a missing folder has none. */
  void trim() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var sessions = sessions();
    var limit = time.instant().minus(RECENT);
    sessions.values().removeIf(files -> files.stream().anyMatch(f -> f.modified().isAfter(limit)));
    var logs = new ArrayList<Aged>();
    sessions.values().forEach(logs::addAll);
    logs.sort(Comparator.comparing(Aged::modified).reversed());
    for (var old : logs.subList(Math.min(KEPT, logs.size()), logs.size())) {
      Files.deleteIfExists(old.file());
    }
  }

  /** The files of each session: the newest and those before it. */
  private Map<String, List<Aged>> sessions() throws IOException {
    var sessions = new HashMap<String, List<Aged>>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "requests-*.jsonl")) {
      for (var file : files) {
        var modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        var session = NUMBER.matcher(String.valueOf(file.getFileName())).replaceFirst("");
        sessions.computeIfAbsent(session, s -> new ArrayList<>()).add(new Aged(file, modified));
      }
    }
    return sessions;
  }
}
