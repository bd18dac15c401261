package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Escaped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/** The log of one build. A log that cannot be written fails no build. */
final class BuildLog implements AutoCloseable {
  private static final int KEPT = 5;
  private static final long MAX_CHARACTERS = 20 << 20;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path file;
  private final BufferedWriter writer;
  private final long start = System.nanoTime();
  private long left = MAX_CHARACTERS;

  private BuildLog(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** A new log in a folder, where only the last few are kept. */
  static BuildLog open(Path folder, Instant now) throws IOException {
    AtomicFile.privateFolder(folder);
    forgetOld(folder);
    var file = folder.resolve("template-" + STAMP.format(now) + ".log");
    return new BuildLog(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  /** Adds a line, which may come from the guest. */
  synchronized void add(String line) {
    var text = Escaped.text(line, 2_000);
    left -= text.length();
    if (left < 0) {
      return;
    }
    var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    try {
      writer.write(String.format(Locale.ROOT, "%8.1f  %s%n", seconds, text));
      // People watch the file while the build runs.
      writer.flush();
    } catch (IOException e) {
      left = 0;
    }
  }

  @Override
  public synchronized void close() {
    left = 0;
    try {
      writer.close();
    } catch (IOException e) {
      // A full disk; the build itself tells about it.
    }
  }

  private static void forgetOld(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var old =
          files
              .filter(f -> f.getFileName().toString().matches("template-[0-9-]+\\.log"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .skip(KEPT - 1)
              .toList();
      for (var file : old) {
        Files.deleteIfExists(file);
      }
    }
  }
}
