package dev.paddock.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.paddock.base.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a real agent wrote to its terminal in one run, with times, resizes, keys and marks: an
 * asciicast of version 2, compressed, as {@code asciinema play} shows it.
 */
public record Recording(TerminalSize size, List<Event> events) {
  private static final String FOLDER = "recordings/";
  private static final String END = ".cast.gz";

  /** The agents that there is a recording of. */
  public static final List<String> AGENTS = List.of("claude", "codex", "opencode", "copilot");

  /** What happened, and when after the start. */
  public sealed interface Event {
    /** Since the program's start. */
    Duration at();

    /** The program wrote this; whole characters. */
    record Output(Duration at, String text) implements Event {
      /** As it came. */
      public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
      }
    }

    /** The person typed this; answers of the terminal are not told. */
    record Input(Duration at, String text) implements Event {}

    /** The terminal has this size from now on. */
    record Resize(Duration at, TerminalSize size) implements Event {}

    /** A phase ends. */
    record Mark(Duration at, String name) implements Event {}
  }

  /** The recording of an agent. */
  public static Recording of(String agent) throws IOException {
    var name = FOLDER + agent + END;
    try (InputStream stream = Recording.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("there is no " + name);
      }
      var unpacked = new GZIPInputStream(stream).readAllBytes();
      return parse(new String(unpacked, StandardCharsets.UTF_8));
    }
  }

  /** Everything that the program wrote. */
  public byte[] bytes() {
    var all = new StringBuilder();
    for (var event : events) {
      if (event instanceof Event.Output output) {
        all.append(output.text());
      }
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes it where {@link #of} finds it. */
  public void write(Path folder, String agent) throws IOException {
    try (var stream = new GZIPOutputStream(Files.newOutputStream(folder.resolve(agent + END)))) {
      stream.write(text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String text() {
    var json = Json.mapper();
    var text = new StringBuilder();
    text.append(
            json.createObjectNode()
                .put("version", 2)
                .put("width", size.columns())
                .put("height", size.rows()))
        .append('\n');
    for (var event : events) {
      text.append(line(event)).append('\n');
    }
    return text.toString();
  }

  private static ArrayNode line(Event event) {
    var line = Json.mapper().createArrayNode().add(event.at().toMillis() / 1000.0);
    return switch (event) {
      case Event.Output(_, var output) -> line.add("o").add(output);
      case Event.Input(_, var input) -> line.add("i").add(input);
      case Event.Resize(_, var cells) -> line.add("r").add(cells.columns() + "x" + cells.rows());
      case Event.Mark(_, var name) -> line.add("m").add(name);
    };
  }

  private static Recording parse(String text) throws IOException {
    var json = Json.mapper();
    var lines = text.lines().toList();
    var head = json.readTree(lines.getFirst());
    var events = new ArrayList<Event>();
    for (var line : lines.subList(1, lines.size())) {
      events.add(event(json.readTree(line)));
    }
    return new Recording(
        new TerminalSize(head.path("width").asInt(), head.path("height").asInt()),
        List.copyOf(events));
  }

  private static Event event(JsonNode line) throws IOException {
    var at = Duration.ofMillis(Math.round(line.path(0).asDouble() * 1000));
    var text = line.path(2).asText();
    return switch (line.path(1).asText()) {
      case "o" -> new Event.Output(at, text);
      case "i" -> new Event.Input(at, text);
      case "r" -> new Event.Resize(at, cells(text));
      case "m" -> new Event.Mark(at, text);
      default -> throw new IOException("not an event of a recording: " + line);
    };
  }

  private static TerminalSize cells(String text) {
    int x = text.indexOf('x');
    return new TerminalSize(
        Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
  }
}
