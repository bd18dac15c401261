package dev.paddock.proxy;

import dev.paddock.proxy.connect.Route;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpClientCodec;
import java.time.Duration;

/**
 * A server's connection that answers one request after another, each for whom it is lent to. Used
 * by its event loop, which is also that of its borrowers.
 */
final class ServerConnection {
  private final Channel channel;
  private final Route route;
  private final ResponseHandler answers;
  private boolean used;
  private long idleSince;

  private ServerConnection(Channel channel, Route route, ResponseHandler answers) {
    this.channel = channel;
    this.route = route;
    this.answers = answers;
  }

  /** Makes an open channel one that speaks HTTP. */
  static ServerConnection over(Channel channel, Route route, Events events) {
    var codec = new HttpClientCodec(RequestCodec.config(), false, false);
    var answers = new ResponseHandler(events, codec);
    channel.pipeline().addLast(codec, answers);
    return new ServerConnection(channel, route, answers);
  }

  Channel channel() {
    return channel;
  }

  Route route() {
    return route;
  }

  /** Whether it has answered before: only then can the server have ended it for being idle. */
  boolean used() {
    return used;
  }

  /** What comes from now on is for this client. */
  void lend(ChannelHandlerContext client, ForwardHandler forward) {
    answers.lend(client, forward);
  }

  /** What comes from now on is for nobody and ends the connection. */
  void giveBack() {
    answers.giveBack();
    used = true;
    idleSince = System.nanoTime();
    // A paused channel would not see its end.
    channel.config().setAutoRead(true);
  }

  /** Whether another request can be sent, as far as one can know. */
  boolean usable(Duration idleAtMost) {
    long limit = Math.min(idleAtMost.toNanos(), answers.keptFor().toNanos());
    return channel.isActive() && System.nanoTime() - idleSince < limit;
  }

  void close() {
    channel.close();
  }
}
