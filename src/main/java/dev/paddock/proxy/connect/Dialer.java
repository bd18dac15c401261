package dev.paddock.proxy.connect;

import dev.paddock.proxy.connect.ConnectFailure.Kind;
import dev.paddock.proxy.rule.Target;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Resolves a name once, checks every address of it, and dials the checked ones in turn: a name that
 * changes its address between check and dial gains nothing.
 */
public final class Dialer {
  private static final int CONNECT_MILLIS = 10_000;

  /** A name can have thousands. */
  private static final int MOST_ADDRESSES = 8;

  private final Transport transport;
  private final Resolver resolver;
  private final DialPolicy policy;
  private final Executor blocking;

  /**
   * A dialer.
   *
   * @param policy says which addresses a guest may reach
   * @param blocking runs what may block: the resolver; may refuse
   */
  public Dialer(Transport transport, Resolver resolver, DialPolicy policy, Executor blocking) {
    this.transport = transport;
    this.resolver = resolver;
    this.policy = policy;
    this.blocking = blocking;
  }

  /** Dials what a guest asked for; {@code tunnel} channels do not read before they are told to. */
  Future<Channel> dial(Target target, EventLoop loop, boolean tunnel) {
    return dial(target, loop, policy, tunnel);
  }

  /** Dials what the user configured, wherever that is. */
  Future<Channel> dialUsersChoice(Target target, EventLoop loop) {
    return dial(
        target, loop, (address, port) -> Optional.of(new InetSocketAddress(address, port)), false);
  }

  private Future<Channel> dial(Target target, EventLoop loop, DialPolicy check, boolean tunnel) {
    Promise<Channel> dialled = loop.newPromise();
    try {
      blocking.execute(() -> {
        try {
          var checked = checked(target, addresses(target), check);
          loop.execute(() -> attempt(target, checked, 0, bootstrap(loop, tunnel), dialled));
        } catch (ConnectFailure e) {
          dialled.tryFailure(e);
        }
      });
    } catch (RejectedExecutionException e) {
      dialled.tryFailure(
          new ConnectFailure(Kind.UNRESOLVED, "too many names are looked up at the same time"));
    }
    return dialled;
  }

  private List<InetAddress> addresses(Target target) throws ConnectFailure {
    var literal = target.literal();
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    try {
      return resolver.resolve(target.host());
    } catch (UnknownHostException e) {
      throw new ConnectFailure(Kind.UNRESOLVED, "there is no address for " + target.host());
    }
  }

  private static List<InetSocketAddress> checked(
      Target target, List<InetAddress> addresses, DialPolicy check) throws ConnectFailure {
    var permitted = new ArrayList<InetSocketAddress>();
    for (var address : addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES))) {
      permitted.add(
          check
              .permit(address, target.port())
              .orElseThrow(() ->
                  new ConnectFailure(
                      Kind.ADDRESS_REFUSED, target.host() + " is not on the public internet")));
    }
    return permitted;
  }

  private void attempt(
      Target target,
      List<InetSocketAddress> addresses,
      int index,
      Bootstrap bootstrap,
      Promise<Channel> dialled) {
    if (dialled.isDone()) {
      return;
    }
    ChannelFuture connecting = bootstrap.connect(addresses.get(index));
    // Whoever does not wait any more leaves no half-open connection behind.
    dialled.addListener(f -> {
      if (!f.isSuccess()) {
        connecting.channel().close();
      }
    });
    connecting.addListener(f -> {
      if (f.isSuccess()) {
        if (!dialled.trySuccess(connecting.channel())) {
          connecting.channel().close();
        }
      } else if (index + 1 < addresses.size()) {
        attempt(target, addresses, index + 1, bootstrap, dialled);
      } else {
        dialled.tryFailure(unreachable(target, f.cause()));
      }
    });
  }

  private Bootstrap bootstrap(EventLoop loop, boolean tunnel) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.tcpClient())
        .option(ChannelOption.ALLOCATOR, Transport.buffers())
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.AUTO_READ, !tunnel)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, tunnel)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                // Handlers come once the connection stands.
              }
            });
  }

  private static ConnectFailure unreachable(Target target, Throwable cause) {
    return cause instanceof ConnectTimeoutException
        ? new ConnectFailure(Kind.TIMEOUT, target.authority() + " did not answer in time")
        : new ConnectFailure(Kind.UNREACHABLE, target.authority() + " cannot be reached");
  }
}
