package dev.paddock.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The {@link Demonstration} by OpenAI's Responses API, on a WebSocket. */
public final class DemonstrationResponses implements Site {
  /** Models of this client run commands by programs; this one asks the person first. */
  private static final String PROGRAM =
      """
      text(await tools.exec_command({
        cmd: "%s", sandbox_permissions: "require_escalated", justification: "May I make a file?"
      }));
      """
          .formatted(Demonstration.COMMAND);

  @Override
  public SiteAnswer answer(SiteRequest request) {
    boolean socket = request.header("upgrade").equalsIgnoreCase("websocket");
    return socket ? SiteAnswer.switching() : SiteAnswer.json(404, "{}");
  }

  @Override
  public List<String> answers(String message) {
    var asked = read(message);
    var events = new ArrayList<String>();
    events.add(response("created", "in_progress").toString());
    var last = response("completed", "completed");
    // A request that only warms the connection up has no answer.
    if (asked.path("generate").asBoolean(true)) {
      var input = asked.path("input");
      boolean aside = asked.path("text").has("format");
      var item =
          switch (AskedTurn.of(input.path(input.size() - 1), aside)) {
            case ASIDE -> text(events, "{\"title\":\"" + Demonstration.TITLE + "\"}");
            case TEXT -> text(events, Demonstration.words());
            case AFTER_COMMAND -> text(events, Demonstration.DONE);
            case COMMAND -> command();
          };
      events.add(of("response.output_item.done").<ObjectNode>set("item", item).toString());
      ((ObjectNode) last.path("response")).putArray("output").add(item);
    }
    events.add(last.toString());
    return events;
  }

  private static ObjectNode text(List<String> events, String... pieces) {
    var begun = of("response.output_item.added");
    begun.set("item", message("in_progress"));
    events.add(begun.toString());
    for (var piece : pieces) {
      events.add(
          of("response.output_text.delta")
              .put("item_id", "msg_1")
              .put("content_index", 0)
              .put("delta", piece)
              .toString());
    }
    var whole = message("completed");
    whole
        .withArray("content")
        .addObject()
        .put("type", "output_text")
        .put("text", String.join("", pieces))
        .putArray("annotations");
    return whole;
  }

  private static ObjectNode message(String status) {
    var message =
        Json.mapper()
            .createObjectNode()
            .put("type", "message")
            .put("id", "msg_1")
            .put("status", status)
            .put("role", "assistant");
    message.putArray("content");
    return message;
  }

  private static ObjectNode command() {
    return Json.mapper()
        .createObjectNode()
        .put("type", "custom_tool_call")
        .put("id", "ctc_1")
        .put("call_id", "call_1")
        .put("status", "completed")
        .put("name", "exec")
        .put("input", PROGRAM);
  }

  private static ObjectNode response(String event, String status) {
    var told = of("response." + event);
    var response =
        told.putObject("response")
            .put("id", "resp_1")
            .put("object", "response")
            .put("created_at", 1_700_000_000)
            .put("model", "gpt-5")
            .put("status", status);
    response.putArray("output");
    var usage =
        response
            .putObject("usage")
            .put("input_tokens", 10)
            .put("output_tokens", 5)
            .put("total_tokens", 15);
    usage.putObject("input_tokens_details").put("cached_tokens", 0);
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    return told;
  }

  private static ObjectNode of(String type) {
    return Json.mapper().createObjectNode().put("type", type).put("output_index", 0);
  }

  private static JsonNode read(String message) {
    try {
      return Json.mapper().readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
