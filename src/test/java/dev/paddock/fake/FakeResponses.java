package dev.paddock.fake;

import java.util.List;

/** OpenAI's Responses API for one answer, by WebSocket and as server-sent events. */
public final class FakeResponses implements Site {
  private final String answer;
  private final boolean sockets;

  /** Where {@code sockets} is false, a client is told to do without WebSockets. */
  public FakeResponses(String answer, boolean sockets) {
    this.answer = answer;
    this.sockets = sockets;
  }

  @Override
  public SiteAnswer answer(SiteRequest request) {
    if (!request.path().endsWith("/responses")) {
      return SiteAnswer.json(404, "{}");
    }
    if (request.header("upgrade").equalsIgnoreCase("websocket")) {
      return sockets ? SiteAnswer.switching() : SiteAnswer.json(426, "{}");
    }
    var text = new StringBuilder();
    for (var event : turn()) {
      var type = event.replaceFirst("^\\{\"type\":\"([^\"]+)\".*", "$1");
      text.append("event: ").append(type).append("\ndata: ").append(event).append("\n\n");
    }
    return SiteAnswer.events(text.toString());
  }

  @Override
  public List<String> answers(String message) {
    // A request that only warms the connection up has no answer.
    return message.contains("\"generate\":false") ? List.of(created(), completed("")) : turn();
  }

  private List<String> turn() {
    var item =
        """
        {"type":"message","id":"msg_1","status":"completed","role":"assistant",\
        "content":[{"type":"output_text","text":"%s","annotations":[]}]}\
        """
            .formatted(answer);
    return List.of(
        created(),
        """
        {"type":"response.output_item.added","output_index":0,"item":{"type":"message",\
        "id":"msg_1","status":"in_progress","role":"assistant","content":[]}}\
        """,
        """
        {"type":"response.output_text.delta","item_id":"msg_1","output_index":0,\
        "content_index":0,"delta":"%s"}\
        """
            .formatted(answer),
        "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":" + item + "}",
        completed(item));
  }

  private static String created() {
    return "{\"type\":\"response.created\",\"response\":" + response("in_progress", "") + "}";
  }

  private static String completed(String item) {
    return "{\"type\":\"response.completed\",\"response\":" + response("completed", item) + "}";
  }

  private static String response(String status, String item) {
    return """
    {"id":"resp_1","object":"response","created_at":1700000000,"model":"gpt-5",\
    "status":"%s","output":[%s],"usage":{"input_tokens":10,\
    "input_tokens_details":{"cached_tokens":0},"output_tokens":5,\
    "output_tokens_details":{"reasoning_tokens":0},"total_tokens":15}}\
    """
        .formatted(status, item);
  }
}
