package dev.paddock.proxy;

import dev.paddock.proxy.scrub.BodyScrubber;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credential that is on a request out of its answer, and tells once that it was there.
 * What follows a change to WebSocket is not looked at. Used by one event loop.
 */
final class AnswerScrub {
  private final PutCredential put;
  private final String host;
  private final Events events;
  private @Nullable BodyScrubber body;
  private boolean told;

  AnswerScrub(PutCredential put, String host, Events events) {
    this.put = put;
    this.host = host;
    this.events = events;
  }

  /** Scrubs the head, and makes ready for the body, whose parts go to the client. */
  void head(HttpResponse response, Channel client) {
    var status = response.status();
    tell(put.isIn(status.reasonPhrase()));
    // The phrase means nothing, and a server can write what it likes there.
    response.setStatus(HttpResponseStatus.valueOf(status.code()));
    headers(response.headers());
    body = new BodyScrubber(put.forms(), HttpUtil.isContentLengthSet(response), client::write);
  }

  /** Scrubs a part and writes what of it can go on. */
  void part(HttpContent content) {
    if (content instanceof LastHttpContent last) {
      headers(last.trailingHeaders());
    }
    if (body == null) {
      throw new IllegalStateException("a body without a head");
    }
    body.take(content);
    tell(body.found());
  }

  private void headers(HttpHeaders headers) {
    tell(put.removeFrom(headers));
  }

  private void tell(boolean found) {
    if (found && !told) {
      told = true;
      events.secretInAnswer(host);
    }
  }
}
