package dev.paddock.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The {@link Demonstration} by Anthropic's Messages API. */
public final class DemonstrationMessages implements Site {
  private static final List<String> SHELLS = List.of("bash", "shell");

  @Override
  public SiteAnswer answer(SiteRequest request) throws Exception {
    if (!request.method().equals("POST") || !request.path().equals("/v1/messages")) {
      return SiteAnswer.json(200, "{}");
    }
    var asked = Json.mapper().readTree(request.body().getBytes(StandardCharsets.ISO_8859_1));
    var messages = asked.path("messages");
    var tools = asked.path("tools");
    var stream = new Stream();
    switch (AskedTurn.of(messages.path(messages.size() - 1), tools.isEmpty())) {
      case ASIDE -> stream.text(Demonstration.TITLE);
      case TEXT -> stream.text(Demonstration.words());
      case AFTER_COMMAND -> stream.text(Demonstration.DONE);
      case COMMAND -> stream.command(shell(tools));
    }
    return SiteAnswer.events(stream.all());
  }

  private static String shell(JsonNode tools) {
    return StreamSupport.stream(tools.spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .filter(name -> SHELLS.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  /** The events of one answer. */
  private static final class Stream {
    private final StringBuilder events = new StringBuilder();

    Stream() {
      var start = event("message_start");
      var message =
          start
              .putObject("message")
              .put("id", "msg_1")
              .put("type", "message")
              .put("role", "assistant")
              .put("model", "claude-opus")
              .putNull("stop_reason");
      message.putArray("content");
      message.putObject("usage").put("input_tokens", 10).put("output_tokens", 1);
      add(start);
    }

    void text(String... pieces) {
      var begin = event("content_block_start").put("index", 0);
      begin.putObject("content_block").put("type", "text").put("text", "");
      add(begin);
      for (var piece : pieces) {
        var delta = event("content_block_delta").put("index", 0);
        delta.putObject("delta").put("type", "text_delta").put("text", piece);
        add(delta);
      }
      end("end_turn");
    }

    void command(String tool) {
      var begin = event("content_block_start").put("index", 0);
      begin
          .putObject("content_block")
          .put("type", "tool_use")
          .put("id", "toolu_1")
          .put("name", tool)
          .putObject("input");
      add(begin);
      var input =
          Json.mapper()
              .createObjectNode()
              .put("command", Demonstration.COMMAND)
              .put("description", "Make a file");
      var delta = event("content_block_delta").put("index", 0);
      delta
          .putObject("delta")
          .put("type", "input_json_delta")
          .put("partial_json", input.toString());
      add(delta);
      end("tool_use");
    }

    String all() {
      return events.toString();
    }

    private void end(String reason) {
      add(event("content_block_stop").put("index", 0));
      var end = event("message_delta");
      end.putObject("delta").put("stop_reason", reason).putNull("stop_sequence");
      end.putObject("usage").put("output_tokens", 5);
      add(end);
      add(event("message_stop"));
    }

    private static ObjectNode event(String type) {
      return Json.mapper().createObjectNode().put("type", type);
    }

    private void add(ObjectNode event) {
      events
          .append("event: ")
          .append(event.path("type").asText())
          .append("\ndata: ")
          .append(event)
          .append("\n\n");
    }
  }
}
