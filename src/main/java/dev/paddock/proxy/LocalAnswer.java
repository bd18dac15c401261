package dev.paddock.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.Json;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer of the proxy's own; a handler writes it, {@link LocalAnswerHandler} sends it at the
 * right time.
 *
 * @param close whether the connection ends with it
 */
record LocalAnswer(
    int status, String contentType, String body, Map<String, String> headers, boolean close) {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  /** A short text for people, such as the reason of a refusal. */
  static LocalAnswer text(int status, String text) {
    return new LocalAnswer(status, TEXT, "paddock: " + text + "\n", Map.of(), false);
  }

  /** The same where the connection cannot go on. */
  static LocalAnswer textAndClose(int status, String text) {
    return new LocalAnswer(status, TEXT, "paddock: " + text + "\n", Map.of(), true);
  }

  /** Asks for the listener's user and secret; the connection stays usable. */
  static LocalAnswer authenticate() {
    return new LocalAnswer(
        407,
        TEXT,
        "paddock: this proxy needs its user and secret\n",
        Map.of("Proxy-Authenticate", "Basic realm=\"paddock\""),
        false);
  }

  static LocalAnswer json(int status, Object content) {
    return new LocalAnswer(status, JSON, write(content), Map.of(), false);
  }

  /**
   * A passing error: clients try again by themselves. In a form that those of Anthropic's, OpenAI's
   * and GitHub's API can all read.
   */
  static LocalAnswer apiError(int status, String message) {
    return apiError(status, message, Map.of());
  }

  /** The same where only a person can help: clients are told not to try again. */
  static LocalAnswer lastingApiError(int status, String message) {
    return apiError(status, message, Map.of("x-should-retry", "false"));
  }

  private static LocalAnswer apiError(int status, String message, Map<String, String> headers) {
    var text = "paddock: " + message;
    var error = Map.of("type", "api_error", "message", text);
    return new LocalAnswer(
        status,
        JSON,
        write(Map.of("type", "error", "message", text, "error", error)),
        headers,
        false);
  }

  FullHttpResponse response() {
    var content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), content);
    headers.forEach(response.headers()::set);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    HttpUtil.setContentLength(response, content.readableBytes());
    if (close) {
      HttpUtil.setKeepAlive(response, false);
    }
    return response;
  }

  private static String write(Object content) {
    try {
      return Json.mapper().writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + content.getClass(), e);
    }
  }
}
