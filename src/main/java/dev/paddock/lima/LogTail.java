package dev.paddock.lima;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/** The last lines of a log, and the reason that it gives for a failure. */
final class LogTail {
  private static final int LINES = 12;
  private static final int BYTES = 16 << 10;

  private final ArrayDeque<LogLine> last = new ArrayDeque<>();
  private final ArrayDeque<LogLine> failures = new ArrayDeque<>();

  synchronized void add(LogLine line) {
    if (line.message().isEmpty()) {
      return;
    }
    keep(last, line);
    if (line.failure()) {
      keep(failures, line);
    }
  }

  void addAll(String text) {
    text.lines().map(LogLine::parse).forEach(this::add);
  }

  /** The failure that came last, or the last line of all where the log tells of none. */
  synchronized String reason() {
    var line = failures.isEmpty() ? last.peekLast() : failures.getLast();
    return line == null ? "It gave no reason." : line.message();
  }

  /** The last lines, oldest first. */
  synchronized String text() {
    return String.join("\n", last.stream().map(LogLine::message).toList());
  }

  /** The end of a log file; nothing where there is none. */
  static List<LogLine> of(Path file) {
    try (var channel = FileChannel.open(file)) {
      var start = Math.max(0, channel.size() - BYTES);
      var bytes = ByteBuffer.allocate(BYTES);
      channel.read(bytes, start);
      var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      return text.lines().skip(start > 0 ? 1 : 0).map(LogLine::parse).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void keep(ArrayDeque<LogLine> lines, LogLine line) {
    lines.addLast(line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }
}
