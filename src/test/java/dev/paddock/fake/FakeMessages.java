package dev.paddock.fake;

/** Anthropic's Messages API for one answer, as server-sent events. */
public final class FakeMessages implements Site {
  private final String answer;

  /** Always answers with this text. */
  public FakeMessages(String answer) {
    this.answer = answer;
  }

  @Override
  public SiteAnswer answer(SiteRequest request) {
    boolean asked = request.method().equals("POST") && request.path().equals("/v1/messages");
    return asked ? SiteAnswer.events(stream(answer)) : SiteAnswer.json(200, "{}");
  }

  /** The events, in the words that go over the wire. */
  static String stream(String answer) {
    var stream = new StringBuilder();
    event(
        stream,
        "message_start",
        """
        {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
        "model":"claude-opus","content":[],"stop_reason":null,"stop_sequence":null,\
        "usage":{"input_tokens":10,"output_tokens":1}}}\
        """);
    event(
        stream,
        "content_block_start",
        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
    for (var word : answer.split("(?<= )", -1)) {
      event(
          stream,
          "content_block_delta",
          "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
              + word
              + "\"}}");
    }
    event(stream, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
    event(
        stream,
        "message_delta",
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}}");
    event(stream, "message_stop", "{\"type\":\"message_stop\"}");
    return stream.toString();
  }

  private static void event(StringBuilder stream, String name, String data) {
    stream.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
  }
}
