package dev.paddock.lima;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.Escaped;
import dev.paddock.base.Json;
import java.util.List;
import java.util.Optional;

/**
 * A line of limactl's log.
 *
 * @param level such as {@code info} or {@code fatal}; empty for a line that is no log entry
 * @param message one line, safe to show
 */
record LogLine(String level, String message) {
  private static final int MAX = 400;

  /** Lima's own bookkeeping. */
  private static final List<String> HIDDEN =
      List.of(
          "Using the existing instance",
          "Starting the instance",
          "Terminal is not available",
          "SSH Local Port",
          "hostagent socket created",
          "Running in plain mode",
          "Waiting for the ",
          "The essential requirement",
          "The optional requirement",
          "The final requirement",
          "Not forwarding",
          "Forwarding",
          "Stopping forwarding",
          "Using system firmware",
          "Using existing firmware",
          "Run `limactl");

  /** Reads a line that was asked for with {@code --log-format json}. */
  static LogLine parse(String line) {
    if (line.startsWith("{")) {
      try {
        var entry = Json.mapper().readTree(line);
        if (entry.hasNonNull("msg")) {
          var error = entry.path("error").asText("");
          var message = entry.path("msg").asText() + (error.isEmpty() ? "" : ": " + error);
          return new LogLine(entry.path("level").asText(""), shown(message));
        }
      } catch (JsonProcessingException e) {
        // Some other program's words: shown as they are.
      }
    }
    return new LogLine("", shown(line));
  }

  /** Whether it tells of something that failed. */
  boolean failure() {
    return level.equals("fatal") || level.equals("error");
  }

  /** What a person reads of it while waiting; empty for a line that says nothing to them. */
  Optional<String> progress() {
    if (level.isEmpty() || level.equals("debug")) {
      return Optional.empty();
    }
    var text = message.startsWith("[hostagent] ") ? message.substring(12) : message;
    if (text.startsWith("Starting QEMU") || text.startsWith("Starting VZ")) {
      return Optional.of("Starting the VM");
    }
    if (text.contains("requirement") && text.contains("`ssh`")) {
      return Optional.of("Waiting for the VM to answer");
    }
    if (text.startsWith("READY.")) {
      return Optional.of("The VM is ready");
    }
    if (level.equals("info") && HIDDEN.stream().anyMatch(text::startsWith)) {
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static String shown(String text) {
    return Escaped.text(text.strip().replaceAll("\\s*\\n\\s*", " "), MAX);
  }
}
