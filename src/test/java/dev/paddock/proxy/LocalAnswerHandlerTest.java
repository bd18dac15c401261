package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalAnswerHandlerTest {
  private final EmbeddedChannel channel = new EmbeddedChannel(new LocalAnswerHandler());

  @AfterEach
  void release() {
    channel.finishAndReleaseAll();
  }

  @Test
  void waitsForTheEndOfTheBodyWhichItThrowsAway() {
    var request = request();
    assertThat(channel.<Object>readInbound()).isSameAs(request);
    channel.writeOutbound(LocalAnswer.text(403, "no"));
    assertThat(channel.<Object>readOutbound()).isNull();
    var part = new DefaultHttpContent(Unpooled.copiedBuffer(new byte[10]));
    channel.writeInbound(part);
    assertThat(part.refCnt()).isZero();
    assertThat(channel.<Object>readOutbound()).isNull();
    channel.writeInbound(new DefaultLastHttpContent());
    assertStatus(403);
    assertThat(channel.<Object>readInbound()).as("nothing of the body went on").isNull();
  }

  @Test
  void answersAtOnceWhenTheBodyIsThroughAlready() {
    request();
    channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    channel.writeOutbound(LocalAnswer.text(502, "no"));
    assertStatus(502);
  }

  @Test
  void endsTheConnectionOfAClientThatWaitsForPermissionToSend() {
    var request = request();
    request.headers().set("Expect", "100-continue");
    channel.writeInbound(request);
    channel.writeOutbound(LocalAnswer.text(403, "no"));
    FullHttpResponse answer = channel.readOutbound();
    assertThat(answer.headers().get("Connection")).isEqualTo("close");
    answer.release();
  }

  @Test
  void theNextRequestPassesAgain() {
    request();
    channel.writeOutbound(LocalAnswer.text(403, "no"));
    channel.writeInbound(new DefaultLastHttpContent());
    assertStatus(403);
    var next = request();
    assertThat(channel.<Object>readInbound()).isSameAs(next);
    channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(channel.<Object>readInbound()).isSameAs(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private HttpRequest request() {
    channel.releaseInbound();
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    channel.writeInbound(request);
    return request;
  }

  private void assertStatus(int status) {
    FullHttpResponse answer = channel.readOutbound();
    assertThat(answer.status().code()).isEqualTo(status);
    answer.release();
  }
}
