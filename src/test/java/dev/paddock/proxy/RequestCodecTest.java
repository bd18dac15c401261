package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCodecTest {
  private final RequestCodec codec = new RequestCodec();
  private final EmbeddedChannel channel = new EmbeddedChannel(codec);

  @AfterEach
  void release() {
    channel.finishAndReleaseAll();
  }

  @Test
  void readsAnOrdinaryRequest() {
    write("POST /a HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nContent-Length: 2\r\n\r\nhi");
    HttpRequest request = channel.readInbound();
    assertThat(request.decoderResult().isSuccess()).isTrue();
    assertThat(request.headers().get("X-A")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\tfolded\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 4\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x3\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\nX-A: 1\r\n\r\n",
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX\u0000A: 1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
      })
  void callsARequestInvalidThatServersReadDifferently(String text) {
    write(text);
    HttpRequest request = channel.readInbound();
    assertThat(request.decoderResult().isFailure()).isTrue();
  }

  @Test
  void findsAFoldedLineHoweverTheBytesArrive() {
    for (var octet : "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n folded\r\n\r\n".split("", -1)) {
      write(octet);
    }
    HttpRequest request = channel.readInbound();
    assertThat(request.decoderResult().isFailure()).isTrue();
  }

  @Test
  void takesABodyThatLooksLikeAFoldedLineForABody() {
    write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n\r\n a\r");
    write("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
    var requests = 0;
    for (HttpObject message; (message = channel.readInbound()) != null; ) {
      assertThat(message.decoderResult().isSuccess()).isTrue();
      requests += message instanceof HttpRequest ? 1 : 0;
      ReferenceCountUtil.release(message);
    }
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void doesNotReadWhatFollowsAConnectAsHttp() {
    write("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\nGET / HTTP/1.1\r\n");
    write("raw");
    assertThat(channel.<Object>readInbound()).isInstanceOf(HttpRequest.class);
    assertThat(channel.<Object>readInbound()).isInstanceOf(LastHttpContent.class);
    assertThat(raw()).isEqualTo("GET / HTTP/1.1\r\n");
    assertThat(raw()).isEqualTo("raw");
  }

  @Test
  void readsHttpAgainAfterAConnectThatWasNotGranted() {
    write("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n");
    channel.releaseInbound();
    codec.readAsHttpAgain();
    write("CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n");
    HttpRequest second = channel.readInbound();
    assertThat(second.uri()).isEqualTo("b:443");
  }

  @Test
  void refusesHeadsThatAreTooLong() {
    write("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n");
    HttpRequest line = channel.readInbound();
    assertThat(line.decoderResult().isFailure()).isTrue();
    var other = new EmbeddedChannel(new RequestCodec());
    other.writeInbound(bytes("GET / HTTP/1.1\r\nX: " + "a".repeat(70_000) + "\r\n\r\n"));
    HttpRequest head = other.readInbound();
    assertThat(head.decoderResult().isFailure()).isTrue();
    other.finishAndReleaseAll();
  }

  @Test
  void anAnswerToHeadHasNoBodyAndTheNextOneHas() {
    write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer()).endsWith("\r\n\r\n");
    assertThat(answer()).endsWith("\r\n\r\n0\r\n\r\n");
  }

  private String answer() {
    var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set("Transfer-Encoding", "chunked");
    channel.writeOutbound(response, LastHttpContent.EMPTY_LAST_CONTENT);
    var text = new StringBuilder();
    for (ByteBuf part; (part = channel.readOutbound()) != null; ) {
      text.append(part.toString(StandardCharsets.US_ASCII));
      part.release();
    }
    return text.toString();
  }

  private String raw() {
    ByteBuf bytes = channel.readInbound();
    var text = bytes.toString(StandardCharsets.US_ASCII);
    bytes.release();
    return text;
  }

  private void write(String text) {
    channel.writeInbound(bytes(text));
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }
}
