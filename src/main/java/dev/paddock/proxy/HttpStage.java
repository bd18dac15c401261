package dev.paddock.proxy;

import dev.paddock.proxy.rule.InterceptedHost;
import dev.paddock.proxy.rule.Target;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SniHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer of HTTP on a client's channel, with its handlers in their order: first the proxy's own
 * layer, and inside of an intercepted connection a second one above our TLS. A layer can leave the
 * channel, when bytes go through as they are from then on.
 */
final class HttpStage {
  private final Channel channel;
  private final RequestCodec codec = new RequestCodec();
  private final List<ChannelHandler> handlers = new ArrayList<>();

  private HttpStage(Channel channel) {
    this.channel = channel;
  }

  /** The proxy's own layer: admits the client, then tunnels, intercepts, or forwards in clear. */
  static void addProxying(
      Channel channel, ProxySession session, BasicSecret secret, boolean secretRequired) {
    var stage = new HttpStage(channel);
    var log = new AccessLog(session.events());
    stage.addCommon(session, log, "");
    stage.add(new ProxyAuthHandler(secret, secretRequired, stage.codec));
    stage.add(new ConnectHandler(session, stage, log));
    stage.add(new PlainHttpHandler(session, log));
    stage.add(new ForwardHandler(session, stage, log));
  }

  /** What an intercepted host's client talks to: our TLS, then a decision about each request. */
  static void addIntercepting(
      Channel channel, ProxySession session, InterceptedHost host, Target target) {
    channel.pipeline().addLast(new SniHandler(name -> session.tls().contextFor(host.name())));
    var stage = new HttpStage(channel);
    var log = new AccessLog(session.events());
    stage.addCommon(session, log, host.name());
    stage.add(new InterceptHandler(session, host, target, log));
    stage.add(new ForwardHandler(session, stage, log));
  }

  /** Writes bytes below this layer, as they are. */
  void writeBelow(ByteBuf bytes) {
    channel.pipeline().context(codec).writeAndFlush(bytes);
  }

  /**
   * Takes the layer's handlers away. The codec goes last: what it has read already then reaches the
   * handlers that follow.
   */
  void leave() {
    for (var handler : handlers.reversed()) {
      channel.pipeline().remove(handler);
    }
  }

  private void addCommon(ProxySession session, AccessLog log, String host) {
    add(codec);
    add(new RequestGate());
    add(log);
    add(new LocalAnswers());
    add(new RequestGuard(session.events(), host));
  }

  private void add(ChannelHandler handler) {
    handlers.add(handler);
    channel.pipeline().addLast(handler);
  }
}
