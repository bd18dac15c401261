package dev.paddock.proxy.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {
  private static final String ANTHROPIC_STREAM =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","content":[],"usage":{"input_tokens":25,\
      "cache_creation_input_tokens":100,"cache_read_input_tokens":2000,\
      "cache_creation":{"ephemeral_5m_input_tokens":7},"output_tokens":1,"service_tier":"standard"}}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":15}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

  private static final String OPENAI_STREAM =
      """
      event: response.created
      data: {"type":"response.created","response":{"id":"resp_1","usage":null,"output":[]}}

      event: response.completed
      data: {"type":"response.completed","response":{"id":"resp_1","output":[{"content":[]}],\
      "usage":{"input_tokens":328,"input_tokens_details":{"cached_tokens":300},"output_tokens":52,\
      "output_tokens_details":{"reasoning_tokens":9},"total_tokens":380}}}

      """;

  private static final String CHAT_STREAM =
      """
      data: {"choices":[{"delta":{"content":"Hi"}}],"usage":null}

      data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}}

      data: [DONE]

      """;

  @Test
  void readsAnthropicsStreamWithTheCachedInput() {
    assertThat(stream(ANTHROPIC_STREAM)).contains(new Tokens(2125, 15));
  }

  @Test
  void readsOpenAisStreams() {
    assertThat(stream(OPENAI_STREAM)).contains(new Tokens(328, 52));
    assertThat(stream(CHAT_STREAM)).contains(new Tokens(9, 12));
    assertThat(stream(CHAT_STREAM.replace("\n", "\r\n"))).contains(new Tokens(9, 12));
  }

  @Test
  void readsJsonBodies() {
    assertThat(json("{\"content\":[],\"usage\":{\"input_tokens\": 3 ,\"output_tokens\":4}}"))
        .contains(new Tokens(3, 4));
    assertThat(json("{\"usage\": {\n \"prompt_tokens\": 5,\n \"completion_tokens\": 6\n}\n}\n"))
        .contains(new Tokens(5, 6));
  }

  /** What the model was made to write must not be taken for what the provider says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":[{\"text\":\"{\\\"usage\\\":{\\\"input_tokens\\\":666}}\"}]}",
        "{\"content\":[{\"input\":{\"usage\":{\"input_tokens\":666,\"output_tokens\":1}}}]}",
        "{\"choices\":{\"usage\":{\"output_tokens\":666}}}",
        "{\"usage\":[{\"output_tokens\":666}]}",
        "{\"usage\":{\"details\":{\"output_tokens\":666}}}",
        "{\"message\":{\"message\":{\"usage\":{\"output_tokens\":666}}}}",
        "{\"x\":\"\\\\\",\"text\":\"\\\",\\\"usage\\\":{\\\"output_tokens\\\":666}\"}",
        "[{\"usage\":{\"output_tokens\":666}}]",
        "{\"us\\u0061ge\":{\"output_tokens\":666}}",
        "{\"usage\":\"x\",\"y\":{\"output_tokens\":666}}",
        "{\"usage\":{\"output_tokens\":\"666\"}}",
        "{\"usage\":{\"output_tokens\":-666}}",
        "{\"usage\":{\"output_tokens\":6.66}}",
        "{\"usage\":{\"output_tokens\":99999999999999999999999999}}",
        "{\"usage\":{\"output_tokens\":666"
      })
  void takesCountsOnlyFromTheirPlace(String body) {
    assertThat(json(body)).isEmpty();
  }

  @Test
  void aForgedEventInsideTextIsNoEvent() {
    var text = "data: {\\\"usage\\\":{\\\"output_tokens\\\":666}}";
    assertThat(stream("data: {\"delta\":{\"text\":\"\\n\\n" + text + "\\n\\n\"}}\n\n")).isEmpty();
    assertThat(stream("event: x {\"usage\":{\"output_tokens\":666}}\n\n")).isEmpty();
  }

  @Test
  void findsTheSameWhereverThePartsAreCut() {
    for (int size = 1; size < 80; size++) {
      assertThat(stream(ANTHROPIC_STREAM, size)).contains(new Tokens(2125, 15));
    }
  }

  @Test
  void anEventThatBreaksOffDoesNotSpoilTheNext() {
    assertThat(stream("data: {\"a\":[[[\"half\n\n" + CHAT_STREAM)).contains(new Tokens(9, 12));
  }

  @Test
  void leavesThePartAsItIs() {
    var reader = reader("text/event-stream").orElseThrow();
    var part = Unpooled.copiedBuffer(CHAT_STREAM, StandardCharsets.UTF_8);
    reader.read(part);
    assertThat(part.readableBytes()).isEqualTo(CHAT_STREAM.length());
    assertThat(part.refCnt()).isEqualTo(1);
  }

  @Test
  void outlivesWhateverComes() {
    var random = new Random(41);
    var alphabet = "{}[]\":,\\0123456789 \n\rdatusge:".getBytes(StandardCharsets.US_ASCII);
    for (int round = 0; round < 2000; round++) {
      var bytes = new byte[random.nextInt(400)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(20) == 0
                ? (byte) random.nextInt(256)
                : alphabet[random.nextInt(alphabet.length)];
      }
      for (var type : new String[] {"text/event-stream", "application/json"}) {
        var reader = reader(type).orElseThrow();
        assertThatNoException().isThrownBy(() -> reader.read(Unpooled.wrappedBuffer(bytes)));
      }
    }
  }

  @Test
  void staysCalmInDeepNestingAndEndlessNames() {
    assertThat(json("[".repeat(3_000_000))).isEmpty();
    assertThat(
            json("}".repeat(100) + "{\"" + "usage".repeat(100_000) + "\":{\"output_tokens\":1}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api.anthropic.com, /v1/messages, true",
    "api.anthropic.com, /v1/messages/count_tokens, false",
    "api.openai.com, /v1/responses, true",
    "api.openai.com, /v1/chat/completions, true",
    "chatgpt.com, /backend-api/codex/responses, true",
    "eu.chatgpt.com, /backend-api/codex/responses, true",
    "evilchatgpt.com, /backend-api/codex/responses, false",
    "api.individual.githubcopilot.com, /v1/messages, true",
    "api.githubcopilot.com, /responses, true",
    "example.com, /v1/messages, false"
  })
  void readsOnlyWhereProvidersTellCounts(String host, String path, boolean known) {
    assertThat(TokenReader.of(host, path, answer("text/event-stream")).isPresent())
        .isEqualTo(known);
  }

  @Test
  void leavesCompressedAndOtherAnswersAlone() {
    var compressed = answer("text/event-stream");
    compressed.headers().set("Content-Encoding", "gzip");
    assertThat(TokenReader.of("api.anthropic.com", "/v1/messages", compressed)).isEmpty();
    var refused = answer("application/json").setStatus(HttpResponseStatus.TOO_MANY_REQUESTS);
    assertThat(TokenReader.of("api.anthropic.com", "/v1/messages", refused)).isEmpty();
    assertThat(reader("application/octet-stream")).isEmpty();
  }

  private static Optional<Tokens> stream(String text) {
    return stream(text, text.length());
  }

  private static Optional<Tokens> stream(String text, int size) {
    return read(reader("text/event-stream; charset=utf-8").orElseThrow(), text, size);
  }

  private static Optional<Tokens> json(String text) {
    return read(reader("application/json").orElseThrow(), text, text.length());
  }

  private static Optional<Tokens> read(TokenReader reader, String text, int size) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += size) {
      reader.read(Unpooled.wrappedBuffer(bytes, from, Math.min(size, bytes.length - from)));
    }
    return reader.tokens();
  }

  private static Optional<TokenReader> reader(String type) {
    return TokenReader.of("api.anthropic.com", "/v1/messages", answer(type));
  }

  private static HttpResponse answer(String type) {
    var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set("Content-Type", type);
    return response;
  }
}
