package dev.paddock.proxy;

import dev.paddock.proxy.rule.Target;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SniHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * The handlers of a client's connection in their order, while it speaks HTTP.
 *
 * <pre>
 *   a new connection            after CONNECT to an intercepted host     tunnel, WebSocket
 *                               TLS with our certificate                 (TLS)
 *   RequestCodec                RequestCodec
 *   FlowControlHandler          FlowControlHandler
 *   OneRequestAtATime                 OneRequestAtATime            one request at a time
 *   ExchangeRecorder                   ExchangeRecorder              measures, tells
 *   LocalAnswerHandler                LocalAnswerHandler           our own answers, after the body
 *   HeadCheckHandler                HeadCheckHandler           refuses malformed heads
 *   ProxyAuthHandler                                   407
 *   ConnectHandler                                     CONNECT
 *   PlainHttpHandler            InterceptHandler       decides, rewrites
 *                               RefreshHandler         token endpoints
 *   ForwardHandler              ForwardHandler         to the server         Relay
 * </pre>
 *
 * On the server's side: (TLS), HttpClientCodec, ResponseHandler, which takes credentials out of
 * answers; or Relay, which passes all bytes as they are.
 */
final class HttpStage {
  private static final int CLIENT_HELLO_BYTES = 64 * 1024;
  private static final long HANDSHAKE_MILLIS = 15_000;

  private final ChannelPipeline pipeline;
  private final RequestCodec codec = new RequestCodec();
  private final FlowControlHandler flow = new FlowControlHandler();
  private final List<ChannelHandler> handlers = new ArrayList<>();

  private HttpStage(Channel channel) {
    pipeline = channel.pipeline();
  }

  /** For a new connection to the listener. */
  static void addProxying(
      Channel channel, ProxySession session, BasicSecret secret, boolean required) {
    var stage = new HttpStage(channel);
    var log = new ExchangeRecorder(session.events());
    stage.add(
        new OneRequestAtATime(),
        log,
        new LocalAnswerHandler(),
        new HeadCheckHandler(session.events(), ""),
        new ProxyAuthHandler(secret, required, stage.codec),
        new ConnectHandler(session, stage, log),
        new PlainHttpHandler(session, log),
        new ForwardHandler(session, stage, log));
  }

  /** For a connection that was just told that it reached an intercepted host. */
  static void addIntercepting(Channel channel, ProxySession session, Target target) {
    // Over TLS nobody ends one direction only: the end of a client's input is its end.
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    channel
        .pipeline()
        .addLast(
            new SniHandler(
                name -> session.tls().contextFor(target.host()),
                CLIENT_HELLO_BYTES,
                HANDSHAKE_MILLIS));
    var stage = new HttpStage(channel);
    var log = new ExchangeRecorder(session.events());
    stage.add(
        new OneRequestAtATime(),
        log,
        new LocalAnswerHandler(),
        new HeadCheckHandler(session.events(), target.host()),
        new InterceptHandler(session, target, log),
        new RefreshHandler(session, target, log),
        new ForwardHandler(session, stage, log));
  }

  /** Sends bytes as they are, past the codec. */
  void writeBelow(ByteBuf bytes) {
    pipeline.context(codec).writeAndFlush(bytes);
  }

  /**
   * Takes the handlers out. Bytes that were read already go, in their order, to whatever was added
   * behind them: first out of the codec, and last out of the flow control, which holds them while
   * the connection is paused.
   */
  void leave() {
    pipeline.remove(codec);
    handlers.forEach(pipeline::remove);
    pipeline.remove(flow);
  }

  private void add(ChannelHandler... ordered) {
    handlers.addAll(List.of(ordered));
    pipeline.addLast(codec, flow);
    pipeline.addLast(ordered);
  }
}
