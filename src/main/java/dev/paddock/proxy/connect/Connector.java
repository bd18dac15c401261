package dev.paddock.proxy.connect;

import dev.paddock.base.Escaped;
import dev.paddock.proxy.connect.ConnectFailure.Kind;
import dev.paddock.proxy.rule.Target;
import dev.paddock.proxy.tls.UpstreamTls;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a route: resolve, check, dial, and where asked for TLS, the user's proxy, TLS again. The
 * channel is ready for its first byte when the future succeeds; what it fails with, {@link
 * ConnectFailure#of} explains.
 */
public final class Connector {
  private static final int DEADLINE_SECONDS = 30;

  private final Dialer dialer;
  private final UpstreamTls tls;

  /** Opens routes with this dialer and this trust. */
  public Connector(Dialer dialer, UpstreamTls tls) {
    this.dialer = dialer;
    this.tls = tls;
  }

  /** Opens the route with a channel of this event loop, on which the future completes too. */
  public Future<Channel> open(Route route, EventLoop loop) {
    Promise<Channel> ready = loop.newPromise();
    var deadline =
        loop.schedule(
            () -> ready.tryFailure(timeout(route.target())), DEADLINE_SECONDS, TimeUnit.SECONDS);
    ready.addListener(f -> deadline.cancel(false));
    var dialled =
        route instanceof Route.SecureThrough through
            ? dialer.dialUsersChoice(through.proxy().target(), loop)
            : dialer.dial(route.target(), loop, route instanceof Route.Tunnel);
    ready.addListener(f -> {
      if (!f.isSuccess()) {
        dialled.cancel(false);
      }
    });
    onSuccess(dialled, ready, channel -> prepare(route, channel, ready));
    return ready;
  }

  private void prepare(Route route, Channel channel, Promise<Channel> ready) {
    // A route that fails or comes too late leaves no channel behind.
    ready.addListener(f -> {
      if (!f.isSuccess()) {
        channel.close();
      }
    });
    switch (route) {
      case Route.Tunnel t -> done(channel, ready);
      case Route.Clear c -> done(channel, ready);
      case Route.Secure(var target) ->
          secure(channel, target, Kind.TLS, ready, () -> done(channel, ready));
      case Route.SecureThrough(var proxy, var target) -> through(proxy, target, channel, ready);
    }
  }

  private void through(
      UpstreamProxy proxy, Target target, Channel channel, Promise<Channel> ready) {
    Runnable connect =
        () ->
            onSuccess(
                ProxyConnectHandler.connect(channel, proxy, target),
                ready,
                c -> secure(channel, target, Kind.TLS, ready, () -> done(channel, ready)));
    if (proxy.tls()) {
      secure(channel, proxy.target(), Kind.UPSTREAM_PROXY, ready, connect);
    } else {
      connect.run();
    }
  }

  private void secure(
      Channel channel, Target target, Kind failure, Promise<Channel> ready, Runnable next) {
    SslHandler handler = tls.newHandler(channel.alloc(), target.host(), target.port());
    channel.pipeline().addLast(handler);
    handler
        .handshakeFuture()
        .addListener(f -> {
          if (f.isSuccess()) {
            next.run();
          } else {
            ready.tryFailure(new ConnectFailure(failure, tlsText(target, f.cause())));
          }
        });
  }

  private static void done(Channel channel, Promise<Channel> ready) {
    if (!ready.trySuccess(channel)) {
      channel.close();
    }
  }

  private static void onSuccess(
      Future<Channel> first, Promise<Channel> ready, Consumer<Channel> next) {
    first.addListener(f -> {
      if (f.isSuccess()) {
        next.accept(first.getNow());
      } else {
        ready.tryFailure(f.cause());
      }
    });
  }

  private static ConnectFailure timeout(Target target) {
    return new ConnectFailure(Kind.TIMEOUT, target.host() + " did not answer in time");
  }

  private static String tlsText(Target target, @Nullable Throwable cause) {
    var why = cause == null ? "" : Escaped.text(String.valueOf(cause.getMessage()));
    return "no trusted TLS connection with " + target.host() + ": " + why;
  }
}
