package dev.paddock.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.Json;
import java.util.function.UnaryOperator;

/**
 * What a session says to other processes of the same user.
 *
 * @param session is asked to end
 * @param requests are asked about
 */
record ControlAnswers(Session session, RequestRecorder requests) implements UnaryOperator<String> {

  @Override
  public String apply(String line) {
    return switch (line) {
      case RunFolder.STOP -> {
        session.stop();
        yield RunFolder.OK;
      }
      case RunFolder.NETWORK -> network();
      default -> "unknown";
    };
  }

  private String network() {
    try {
      return Json.mapper().writeValueAsString(requests.summary());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }
}
