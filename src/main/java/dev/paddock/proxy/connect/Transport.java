package dev.paddock.proxy.connect;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The channel classes of one kind of event loop.
 *
 * @param io makes the loops
 * @param tcpServer listens on a port
 * @param unixServer listens on a socket file
 * @param tcpClient connects
 * @param unixAddress of a socket file
 */
public record Transport(
    IoHandlerFactory io,
    Class<? extends ServerChannel> tcpServer,
    Class<? extends ServerChannel> unixServer,
    Class<? extends Channel> tcpClient,
    Function<Path, SocketAddress> unixAddress) {

  /** The system's own event queue where Netty's library for it loads, otherwise the JDK's. */
  public static Transport best() {
    if (Epoll.isAvailable()) {
      return new Transport(
          new HalfCloseEpoll(),
          EpollServerSocketChannel.class,
          EpollServerDomainSocketChannel.class,
          EpollSocketChannel.class,
          path -> new DomainSocketAddress(path.toString()));
    }
    if (KQueue.isAvailable()) {
      return new Transport(
          KQueueIoHandler.newFactory(),
          KQueueServerSocketChannel.class,
          KQueueServerDomainSocketChannel.class,
          KQueueSocketChannel.class,
          path -> new DomainSocketAddress(path.toString()));
    }
    return jdk();
  }

  static Transport jdk() {
    return new Transport(
        NioIoHandler.newFactory(),
        NioServerSocketChannel.class,
        NioServerDomainSocketChannel.class,
        NioSocketChannel.class,
        UnixDomainSocketAddress::of);
  }

  /**
   * Where channels get their buffers. Not Netty's default: that one leaves its pool for the buffers
   * of a long body and has each new one filled with zeros.
   */
  public static ByteBufAllocator buffers() {
    return PooledByteBufAllocator.DEFAULT;
  }

  /** The channel that listens there. */
  public Class<? extends ServerChannel> serverFor(ListenAddress address) {
    return address instanceof ListenAddress.UnixSocket ? unixServer : tcpServer;
  }

  /** The same as Netty names it. */
  public SocketAddress socketAddress(ListenAddress address) {
    return switch (address) {
      case ListenAddress.UnixSocket(var path) -> unixAddress.apply(path);
      case ListenAddress.Loopback(var port) ->
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    };
  }
}
